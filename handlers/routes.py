"""The table of everything that a person can do and everything that they can be sent, with who may."""

from domain.access import Audience
from domain.messages import (
    AlertRaised,
    AlertSeen,
    CallAnswered,
    CallCancelled,
    CallOffered,
    CallReminder,
    CheckInDue,
    CheckInReminder,
    CoverBegun,
    CoverGiven,
    CoverOffered,
    CravingShared,
    DrillOver,
    DrillRaised,
    ExchangeAsked,
    ExchangeRevealed,
    GoodbyeComing,
    LookedAfter,
    MemberJoined,
    MemberLeft,
    MemberUnreachable,
    PairDeclined,
    PairEnded,
    PairFormed,
    PairGoesOn,
    PairProposed,
    PartnerNudge,
    PartnerPaused,
    RelayArrived,
    RelayEdited,
    RelayLapsed,
    RelayReacted,
    RelayWithdrawn,
    RotationComing,
    StageChanged,
    SupportAsked,
    ThanksArrived,
    UpdatesLost,
    UrgentAlertRaised,
    UsernamesSwapped,
    WatchMorning,
    WeekSummary,
    WithoutPartner,
)
from handlers import (
    alerts,
    calls,
    checkin_prompts,
    checkins,
    crisis,
    drills,
    exchanges,
    figures,
    gaps,
    groups,
    invitations,
    joining,
    language,
    leaving,
    listening,
    mails,
    measures,
    notes,
    nudges,
    on_call,
    own_questions,
    pairing,
    partners,
    pauses,
    phases,
    plans,
    press_routes,
    privacy,
    progress,
    questions,
    quiet,
    relays,
    reminders,
    repairs,
    rotations,
    schedules,
    sessions,
    slips,
    swaps,
    thresholds,
    timezones,
    yesterday,
)
from handlers.help import helping
from handlers.route import CommandRoute, NoticeRoute, PressRoute, TypedRoute
from handlers.texts import alerts as alert_texts
from handlers.texts import checkins as checkin_texts
from handlers.texts import crisis as crisis_texts
from handlers.texts import groups as group_texts
from handlers.texts import help as help_texts
from handlers.texts import invitations as invitation_texts
from handlers.texts import leaving as leaving_texts
from handlers.texts import measures as measure_texts
from handlers.texts import notes as note_texts
from handlers.texts import on_call as on_call_texts
from handlers.texts import pairing as pairing_texts
from handlers.texts import partners as partner_texts
from handlers.texts import pauses as pause_texts
from handlers.texts import phases as phase_texts
from handlers.texts import plans as plan_texts
from handlers.texts import privacy as privacy_texts
from handlers.texts import progress as progress_texts
from handlers.texts import questions as question_texts
from handlers.texts import reminders as reminder_texts
from handlers.texts import schedules as schedule_texts
from handlers.texts import sessions as session_texts
from handlers.texts import slips as slip_texts
from handlers.texts import thresholds as threshold_texts
from handlers.texts import timezones as timezone_texts
from services.mails import ADDRESS_DIALOGUE, CODE_DIALOGUE
from services.on_call import AWAY_DIALOGUE, HOURS_DIALOGUE
from services.own_questions import CHOICES_DIALOGUE, WORDING_DIALOGUE

COMMANDS: tuple[CommandRoute, ...] = (
    CommandRoute("alerts", alerts.alerts, Audience.FACILITATOR, alert_texts.ALERTS_COMMAND),
    CommandRoute(
        "thresholds", thresholds.thresholds, Audience.FACILITATOR, threshold_texts.THRESHOLDS_COMMAND
    ),
    CommandRoute("sessions", sessions.sessions, Audience.FACILITATOR, session_texts.SESSIONS_COMMAND),
    CommandRoute("cover", on_call.cover, Audience.FACILITATOR, on_call_texts.COVER_COMMAND),
    CommandRoute("checkin", checkin_prompts.check_in, Audience.PARTICIPANT, checkin_texts.CHECKIN_COMMAND),
    CommandRoute("yesterday", yesterday.yesterday, Audience.PARTICIPANT, checkin_texts.YESTERDAY_COMMAND),
    CommandRoute("sos", crisis.sos, Audience.ANYONE, crisis_texts.SOS_COMMAND),
    CommandRoute("group", groups.group, Audience.MEMBER, group_texts.GROUP_COMMAND),
    CommandRoute("today", groups.today, Audience.FACILITATOR, group_texts.TODAY_COMMAND),
    CommandRoute("invite", invitations.invite, Audience.FACILITATOR, invitation_texts.INVITE_COMMAND),
    CommandRoute("measures", measures.measures, Audience.PARTICIPANT, measure_texts.MEASURES_COMMAND),
    CommandRoute("note", notes.note, Audience.PARTICIPANT, note_texts.NOTE_COMMAND),
    CommandRoute("notes", notes.notes, Audience.PARTICIPANT, note_texts.NOTES_COMMAND),
    CommandRoute("slip", slips.slip, Audience.PARTICIPANT, slip_texts.SLIP_COMMAND),
    CommandRoute("plan", plans.plan, Audience.PARTICIPANT, plan_texts.PLAN_COMMAND),
    CommandRoute("pair", pairing.pair, Audience.FACILITATOR, pairing_texts.PAIR_COMMAND),
    CommandRoute("phase", phases.phase, Audience.FACILITATOR, phase_texts.PHASE_COMMAND),
    CommandRoute("questions", questions.questions, Audience.FACILITATOR, question_texts.QUESTIONS_COMMAND),
    CommandRoute("reminders", reminders.reminders, Audience.FACILITATOR, reminder_texts.REMINDERS_COMMAND),
    CommandRoute("partner", partners.partner, Audience.PARTICIPANT, partner_texts.PARTNER_COMMAND),
    CommandRoute("privacy", privacy.privacy, Audience.KNOWN, privacy_texts.PRIVACY_COMMAND),
    CommandRoute("mydata", privacy.mydata, Audience.KNOWN, privacy_texts.MYDATA_COMMAND),
    CommandRoute("language", language.language, Audience.KNOWN, privacy_texts.LANGUAGE_COMMAND),
    CommandRoute("leave", leaving.leave, Audience.MEMBER, leaving_texts.LEAVE_COMMAND),
    CommandRoute("erase", leaving.erase, Audience.KNOWN, leaving_texts.ERASE_COMMAND),
    CommandRoute("start", joining.start, Audience.ANYONE, invitation_texts.START_COMMAND),
    CommandRoute("progress", progress.progress, Audience.PARTICIPANT, progress_texts.PROGRESS_COMMAND),
    CommandRoute("schedule", schedules.schedule, Audience.PARTICIPANT, schedule_texts.SCHEDULE_COMMAND),
    CommandRoute("pause", pauses.pause, Audience.PARTICIPANT, pause_texts.PAUSE_COMMAND),
    CommandRoute("timezone", timezones.timezone, Audience.PARTICIPANT, timezone_texts.TIMEZONE_COMMAND),
    CommandRoute("help", helping(lambda: COMMANDS), Audience.ANYONE, help_texts.HELP_COMMAND),
)

PRESSES: tuple[PressRoute, ...] = press_routes.PRESSES

TYPED: tuple[TypedRoute, ...] = (
    TypedRoute("checkin", checkins.typed, Audience.PARTICIPANT),
    *(
        TypedRoute(kind, schedules.time_typed(place), Audience.PARTICIPANT)
        for place, kind in enumerate(listening.TIMES)
    ),
    TypedRoute(listening.QUIET, quiet.quiet_typed, Audience.PARTICIPANT),
    TypedRoute(listening.PLACE, timezones.place_typed, Audience.PARTICIPANT),
    TypedRoute(listening.PAUSE, pauses.pause_typed, Audience.PARTICIPANT),
    TypedRoute("enrolment", joining.typed, Audience.KNOWN),
    TypedRoute("measure", measures.typed, Audience.PARTICIPANT),
    TypedRoute("note", notes.typed, Audience.PARTICIPANT),
    TypedRoute("slip", slips.typed, Audience.PARTICIPANT),
    TypedRoute("plan", plans.typed, Audience.PARTICIPANT),
    TypedRoute("exchange", exchanges.typed, Audience.PARTICIPANT),
    TypedRoute("partner", relays.typed, Audience.PARTICIPANT),
    TypedRoute(WORDING_DIALOGUE, own_questions.wording_typed, Audience.FACILITATOR),
    TypedRoute(CHOICES_DIALOGUE, own_questions.choices_typed, Audience.FACILITATOR),
    TypedRoute(HOURS_DIALOGUE, on_call.hours_typed, Audience.FACILITATOR),
    TypedRoute(ADDRESS_DIALOGUE, mails.address_typed, Audience.FACILITATOR),
    TypedRoute(CODE_DIALOGUE, mails.code_typed, Audience.FACILITATOR),
    TypedRoute(AWAY_DIALOGUE, on_call.away_typed, Audience.FACILITATOR),
    TypedRoute(reminders.TIME_DIALOGUE, reminders.time_typed, Audience.FACILITATOR),
    TypedRoute(None, notes.unexpected, Audience.MEMBER),
)

NOTICES: tuple[NoticeRoute, ...] = (
    NoticeRoute(AlertRaised, alerts.alert_raised),
    NoticeRoute(UrgentAlertRaised, alerts.alert_raised),
    NoticeRoute(AlertSeen, alerts.alert_seen),
    NoticeRoute(DrillRaised, drills.drill_raised),
    NoticeRoute(DrillOver, drills.drill_over),
    NoticeRoute(CoverGiven, on_call.cover_given),
    NoticeRoute(CheckInDue, checkin_prompts.check_in_due),
    NoticeRoute(CheckInReminder, checkin_prompts.check_in_reminder),
    NoticeRoute(UpdatesLost, gaps.updates_lost),
    NoticeRoute(MemberJoined, invitations.member_joined),
    NoticeRoute(MemberLeft, invitations.member_left),
    NoticeRoute(MemberUnreachable, invitations.member_unreachable),
    NoticeRoute(PairProposed, pairing.pair_proposed),
    NoticeRoute(PairFormed, pairing.pair_formed),
    NoticeRoute(PairDeclined, pairing.pair_declined),
    NoticeRoute(RotationComing, rotations.rotation_coming),
    NoticeRoute(GoodbyeComing, rotations.goodbye_coming),
    NoticeRoute(PairGoesOn, rotations.pair_goes_on),
    NoticeRoute(PairEnded, pairing.pair_ended),
    NoticeRoute(RelayArrived, relays.relay_arrived),
    NoticeRoute(RelayEdited, relays.relay_edited),
    NoticeRoute(RelayWithdrawn, relays.relay_withdrawn),
    NoticeRoute(RelayReacted, relays.relay_reacted),
    NoticeRoute(RelayLapsed, relays.relay_lapsed),
    NoticeRoute(UsernamesSwapped, swaps.usernames_swapped),
    NoticeRoute(PartnerNudge, relays.partner_nudge),
    NoticeRoute(PartnerPaused, partners.partner_paused),
    NoticeRoute(CravingShared, nudges.craving_shared),
    NoticeRoute(SupportAsked, nudges.support_asked),
    NoticeRoute(ThanksArrived, nudges.thanks_arrived),
    NoticeRoute(CoverOffered, repairs.cover_offered),
    NoticeRoute(CoverBegun, repairs.cover_begun),
    NoticeRoute(LookedAfter, repairs.looked_after),
    NoticeRoute(WithoutPartner, repairs.without_partner),
    NoticeRoute(ExchangeAsked, exchanges.exchange_asked),
    NoticeRoute(ExchangeRevealed, exchanges.exchange_revealed),
    NoticeRoute(CallOffered, calls.call_offered),
    NoticeRoute(CallAnswered, calls.call_answered),
    NoticeRoute(CallCancelled, calls.call_cancelled),
    NoticeRoute(CallReminder, calls.call_reminder),
    NoticeRoute(WatchMorning, alerts.watch_morning),
    NoticeRoute(WeekSummary, figures.week_summary),
    NoticeRoute(StageChanged, phases.stage_changed),
)
