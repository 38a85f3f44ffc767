"""The table of everything that a person can do and everything that they can be sent, with who may."""

from domain.access import Audience
from domain.messages import (
    AlertRaised,
    AlertSeen,
    CheckInDue,
    CheckInReminder,
    MemberJoined,
    MemberLeft,
    MemberUnreachable,
    PairDeclined,
    PairEnded,
    PairFormed,
    PairProposed,
    PartnerNudge,
    PartnerPaused,
    RelayArrived,
    UrgentAlertRaised,
)
from handlers import (
    alerts,
    checkins,
    crisis,
    groups,
    invitations,
    joining,
    language,
    leaving,
    listening,
    measures,
    notes,
    pairing,
    partners,
    pauses,
    privacy,
    progress,
    quiet,
    relays,
    schedules,
    timezones,
)
from handlers.callbacks import alerts as alert_presses
from handlers.callbacks import checkins as checkin_presses
from handlers.callbacks import crisis as crisis_presses
from handlers.callbacks import groups as group_presses
from handlers.callbacks import joining as joining_presses
from handlers.callbacks import measures as measure_presses
from handlers.callbacks import notes as note_presses
from handlers.callbacks import pairing as pairing_presses
from handlers.callbacks import partners as partner_presses
from handlers.callbacks import pauses as pause_presses
from handlers.callbacks import privacy as privacy_presses
from handlers.callbacks import progress as progress_presses
from handlers.callbacks import schedules as schedule_presses
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
from handlers.texts import pairing as pairing_texts
from handlers.texts import partners as partner_texts
from handlers.texts import pauses as pause_texts
from handlers.texts import privacy as privacy_texts
from handlers.texts import progress as progress_texts
from handlers.texts import schedules as schedule_texts
from handlers.texts import timezones as timezone_texts

COMMANDS: tuple[CommandRoute, ...] = (
    CommandRoute("alerts", alerts.alerts, Audience.FACILITATOR, alert_texts.ALERTS_COMMAND),
    CommandRoute("checkin", checkins.check_in, Audience.PARTICIPANT, checkin_texts.CHECKIN_COMMAND),
    CommandRoute("sos", crisis.sos, Audience.ANYONE, crisis_texts.SOS_COMMAND),
    CommandRoute("group", groups.group, Audience.MEMBER, group_texts.GROUP_COMMAND),
    CommandRoute("today", groups.today, Audience.FACILITATOR, group_texts.TODAY_COMMAND),
    CommandRoute("invite", invitations.invite, Audience.FACILITATOR, invitation_texts.INVITE_COMMAND),
    CommandRoute("measures", measures.measures, Audience.PARTICIPANT, measure_texts.MEASURES_COMMAND),
    CommandRoute("note", notes.note, Audience.PARTICIPANT, note_texts.NOTE_COMMAND),
    CommandRoute("notes", notes.notes, Audience.PARTICIPANT, note_texts.NOTES_COMMAND),
    CommandRoute("pair", pairing.pair, Audience.FACILITATOR, pairing_texts.PAIR_COMMAND),
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

PRESSES: tuple[PressRoute, ...] = (
    PressRoute(alert_presses.ShowAlerts, alerts.alerts_pressed, Audience.FACILITATOR),
    PressRoute(alert_presses.ShowDetails, alerts.details_asked, Audience.FACILITATOR),
    PressRoute(alert_presses.HideDetails, alerts.details_hidden, Audience.FACILITATOR),
    PressRoute(alert_presses.Acknowledge, alerts.acknowledged, Audience.FACILITATOR),
    PressRoute(alert_presses.ReachedOut, alerts.reached_out, Audience.FACILITATOR),
    PressRoute(alert_presses.Resolve, alerts.resolve_asked, Audience.FACILITATOR),
    PressRoute(alert_presses.Resolved, alerts.resolved, Audience.FACILITATOR),
    PressRoute(checkin_presses.StartCheckIn, checkins.started, Audience.PARTICIPANT),
    PressRoute(checkin_presses.BeginCheckIn, checkins.begun, Audience.PARTICIPANT),
    PressRoute(checkin_presses.ShowCheckIn, checkins.shown, Audience.PARTICIPANT),
    PressRoute(checkin_presses.AnswerChosen, checkins.answered, Audience.PARTICIPANT),
    PressRoute(checkin_presses.ItemSkipped, checkins.skipped, Audience.PARTICIPANT),
    PressRoute(checkin_presses.WentBack, checkins.went_back, Audience.PARTICIPANT),
    PressRoute(checkin_presses.AnswerLeft, checkins.left_as_is, Audience.PARTICIPANT),
    PressRoute(checkin_presses.WhyAsked, checkins.why_asked, Audience.PARTICIPANT),
    PressRoute(checkin_presses.ChangeAnswer, checkins.change_chosen, Audience.PARTICIPANT),
    PressRoute(checkin_presses.ItemReopened, checkins.item_reopened, Audience.PARTICIPANT),
    PressRoute(checkin_presses.LaterChosen, checkins.later_chosen, Audience.PARTICIPANT),
    PressRoute(checkin_presses.PutOff, checkins.put_off, Audience.PARTICIPANT),
    PressRoute(checkin_presses.NotNow, checkins.not_now, Audience.PARTICIPANT),
    PressRoute(checkin_presses.SafetyAnswered, checkins.safety_answered, Audience.PARTICIPANT),
    PressRoute(checkin_presses.ShowOverdose, checkins.overdose_shown, Audience.PARTICIPANT),
    PressRoute(crisis_presses.HelpNow, crisis.help_now, Audience.ANYONE),
    PressRoute(crisis_presses.SafeForNow, crisis.safe_for_now, Audience.PARTICIPANT),
    PressRoute(group_presses.ShowToday, groups.today_pressed, Audience.FACILITATOR),
    PressRoute(group_presses.ShowGroup, groups.group_pressed, Audience.FACILITATOR),
    PressRoute(joining_presses.WelcomeRead, joining.welcome_read, Audience.KNOWN),
    PressRoute(joining_presses.SightRead, joining.sight_read, Audience.KNOWN),
    PressRoute(joining_presses.ConsentAgreed, joining.consent_agreed, Audience.KNOWN),
    PressRoute(joining_presses.JoiningPostponed, joining.joining_postponed, Audience.KNOWN),
    PressRoute(joining_presses.JoiningResumed, joining.joining_resumed, Audience.KNOWN),
    PressRoute(joining_presses.StepBack, joining.step_back, Audience.KNOWN),
    PressRoute(joining_presses.ZoneChosen, joining.zone_chosen, Audience.KNOWN),
    PressRoute(joining_presses.AnotherZone, joining.another_zone, Audience.KNOWN),
    PressRoute(joining_presses.TimeChosen, joining.time_chosen, Audience.KNOWN),
    PressRoute(joining_presses.TrackChosen, joining.track_chosen, Audience.KNOWN),
    PressRoute(joining_presses.InviteChosen, invitations.invite_chosen, Audience.FACILITATOR),
    PressRoute(joining_presses.OpenLinks, invitations.open_links, Audience.FACILITATOR),
    PressRoute(joining_presses.LinkRevoked, invitations.link_revoked, Audience.FACILITATOR),
    PressRoute(measure_presses.ShowMeasures, measures.listed, Audience.PARTICIPANT),
    PressRoute(measure_presses.StartMeasure, measures.started, Audience.PARTICIPANT),
    PressRoute(measure_presses.BeginMeasure, measures.begun, Audience.PARTICIPANT),
    PressRoute(measure_presses.DeclineMeasure, measures.declined, Audience.PARTICIPANT),
    PressRoute(measure_presses.ShowMeasure, measures.shown, Audience.PARTICIPANT),
    PressRoute(measure_presses.GoOnMeasure, measures.gone_on, Audience.PARTICIPANT),
    PressRoute(measure_presses.MeasureAnswered, measures.answered, Audience.PARTICIPANT),
    PressRoute(measure_presses.MeasureSkipped, measures.skipped, Audience.PARTICIPANT),
    PressRoute(measure_presses.MeasureBack, measures.went_back, Audience.PARTICIPANT),
    PressRoute(measure_presses.MeasureLeft, measures.left_as_is, Audience.PARTICIPANT),
    PressRoute(measure_presses.MeasureStopped, measures.stopped, Audience.PARTICIPANT),
    PressRoute(note_presses.StopNote, notes.stopped, Audience.PARTICIPANT),
    PressRoute(note_presses.NoteTagChosen, notes.tag_chosen, Audience.PARTICIPANT),
    PressRoute(note_presses.NoteReaderChosen, notes.reader_chosen, Audience.PARTICIPANT),
    PressRoute(note_presses.DraftKept, notes.draft_kept, Audience.PARTICIPANT),
    PressRoute(note_presses.DraftDropped, notes.draft_dropped, Audience.PARTICIPANT),
    PressRoute(note_presses.NotesPage, notes.page_chosen, Audience.PARTICIPANT),
    PressRoute(note_presses.OpenNote, notes.note_opened, Audience.PARTICIPANT),
    PressRoute(note_presses.HearNote, notes.hear_chosen, Audience.MEMBER),
    PressRoute(note_presses.WholeNote, notes.whole_chosen, Audience.PARTICIPANT),
    PressRoute(note_presses.DeleteNote, notes.delete_asked, Audience.PARTICIPANT),
    PressRoute(note_presses.DeleteNoteConfirmed, notes.delete_confirmed, Audience.PARTICIPANT),
    PressRoute(pairing_presses.ProposePairs, pairing.group_chosen, Audience.FACILITATOR),
    PressRoute(pairing_presses.ShufflePairs, pairing.shuffle_chosen, Audience.FACILITATOR),
    PressRoute(pairing_presses.SendPairs, pairing.send_chosen, Audience.FACILITATOR),
    PressRoute(pairing_presses.CancelPairs, pairing.cancel_chosen, Audience.FACILITATOR),
    PressRoute(pairing_presses.TakeBackPairs, pairing.take_back_chosen, Audience.FACILITATOR),
    PressRoute(pairing_presses.PairAccepted, pairing.pair_accepted, Audience.PARTICIPANT),
    PressRoute(pairing_presses.PairRefused, pairing.pair_refused, Audience.PARTICIPANT),
    PressRoute(partner_presses.WritePartner, relays.write, Audience.PARTICIPANT),
    PressRoute(partner_presses.WriteTo, relays.write_to, Audience.PARTICIPANT),
    PressRoute(partner_presses.StopWriting, relays.stopped, Audience.PARTICIPANT),
    PressRoute(partner_presses.OpenPartner, partners.partner_opened, Audience.PARTICIPANT),
    PressRoute(partner_presses.ShareChosen, partners.share_chosen, Audience.PARTICIPANT),
    PressRoute(partner_presses.EndPairing, partners.end_asked, Audience.PARTICIPANT),
    PressRoute(partner_presses.EndPairingConfirmed, partners.end_confirmed, Audience.PARTICIPANT),
    PressRoute(partner_presses.WorriedAbout, partners.worry_asked, Audience.PARTICIPANT),
    PressRoute(partner_presses.WorriedConfirmed, partners.worry_confirmed, Audience.PARTICIPANT),
    PressRoute(partner_presses.SendHeld, relays.held_sent, Audience.PARTICIPANT),
    PressRoute(partner_presses.DropHeld, relays.held_dropped, Audience.PARTICIPANT),
    PressRoute(partner_presses.SendDraftTo, relays.draft_sent, Audience.PARTICIPANT),
    PressRoute(partner_presses.ReadyAnswerChosen, relays.ready_chosen, Audience.PARTICIPANT),
    PressRoute(privacy_presses.PrivacyOpened, privacy.privacy_opened, Audience.KNOWN),
    PressRoute(privacy_presses.LookUpsOpened, privacy.looks_opened, Audience.KNOWN),
    PressRoute(privacy_presses.CopyAsked, privacy.copy_asked, Audience.KNOWN),
    PressRoute(privacy_presses.LeaveAsked, leaving.leave_asked, Audience.MEMBER),
    PressRoute(privacy_presses.LeaveConfirmed, leaving.leave_confirmed, Audience.MEMBER),
    PressRoute(privacy_presses.EraseAsked, leaving.erase_asked, Audience.KNOWN),
    PressRoute(privacy_presses.EraseConfirmedOnce, leaving.erase_confirmed_once, Audience.KNOWN),
    PressRoute(privacy_presses.EraseConfirmedTwice, leaving.erase_confirmed_twice, Audience.KNOWN),
    PressRoute(privacy_presses.Stayed, leaving.stayed, Audience.KNOWN),
    PressRoute(privacy_presses.LanguageChosen, language.language_chosen, Audience.KNOWN),
    PressRoute(progress_presses.ShowProgress, progress.progress_chosen, Audience.PARTICIPANT),
    PressRoute(schedule_presses.ShowSchedule, schedules.shown, Audience.PARTICIPANT),
    PressRoute(schedule_presses.ChooseTime, schedules.time_asked, Audience.PARTICIPANT),
    PressRoute(schedule_presses.TimeSet, schedules.time_chosen, Audience.PARTICIPANT),
    PressRoute(schedule_presses.TimeRemoved, schedules.time_removed, Audience.PARTICIPANT),
    PressRoute(schedule_presses.ChooseDays, schedules.days_asked, Audience.PARTICIPANT),
    PressRoute(schedule_presses.DaysSet, schedules.days_chosen, Audience.PARTICIPANT),
    PressRoute(schedule_presses.ChooseQuiet, quiet.quiet_asked, Audience.PARTICIPANT),
    PressRoute(schedule_presses.QuietSet, quiet.quiet_chosen, Audience.PARTICIPANT),
    PressRoute(schedule_presses.ChooseZone, timezones.place_asked, Audience.PARTICIPANT),
    PressRoute(schedule_presses.AskCity, timezones.city_asked, Audience.PARTICIPANT),
    PressRoute(schedule_presses.ZoneSet, timezones.place_chosen, Audience.PARTICIPANT),
    PressRoute(pause_presses.ChoosePause, pauses.pause_asked, Audience.PARTICIPANT),
    PressRoute(pause_presses.ChooseLonger, pauses.longer_asked, Audience.PARTICIPANT),
    PressRoute(pause_presses.PauseSet, pauses.pause_chosen, Audience.PARTICIPANT),
    PressRoute(pause_presses.ReasonGiven, pauses.reason_given, Audience.PARTICIPANT),
    PressRoute(pause_presses.ReasonSkipped, pauses.reason_skipped, Audience.PARTICIPANT),
    PressRoute(pause_presses.PartnerTold, pauses.partner_told, Audience.PARTICIPANT),
    PressRoute(pause_presses.PartnerNotTold, pauses.partner_not_told, Audience.PARTICIPANT),
    PressRoute(pause_presses.PauseEnded, pauses.pause_ended, Audience.PARTICIPANT),
)

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
    TypedRoute("partner", relays.typed, Audience.PARTICIPANT),
    TypedRoute(None, notes.unexpected, Audience.MEMBER),
)

NOTICES: tuple[NoticeRoute, ...] = (
    NoticeRoute(AlertRaised, alerts.alert_raised),
    NoticeRoute(UrgentAlertRaised, alerts.alert_raised),
    NoticeRoute(AlertSeen, alerts.alert_seen),
    NoticeRoute(CheckInDue, checkins.check_in_due),
    NoticeRoute(CheckInReminder, checkins.check_in_reminder),
    NoticeRoute(MemberJoined, invitations.member_joined),
    NoticeRoute(MemberLeft, invitations.member_left),
    NoticeRoute(MemberUnreachable, invitations.member_unreachable),
    NoticeRoute(PairProposed, pairing.pair_proposed),
    NoticeRoute(PairFormed, pairing.pair_formed),
    NoticeRoute(PairDeclined, pairing.pair_declined),
    NoticeRoute(PairEnded, pairing.pair_ended),
    NoticeRoute(RelayArrived, relays.relay_arrived),
    NoticeRoute(PartnerNudge, relays.partner_nudge),
    NoticeRoute(PartnerPaused, partners.partner_paused),
)
