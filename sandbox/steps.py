"""List the steps that the page suggests: first the group, when there is none yet, then the loop."""

from handlers.callbacks.alerts import Acknowledge, ShowDetails
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.pairing import PairAccepted, SendPairs
from sandbox.guide import Step, opened, saw, sent, tapped, travelled

LOOP = (
    Step(
        key="pair",
        who=("Dana",),
        title="Suggest partners",
        how="send /pair, then tap “Send these”.",
        says="/pair",
        goals=(tapped("Dana", SendPairs),),
    ),
    Step(
        key="agree",
        who=("Ana", "Ben"),
        title="Both say yes",
        how="tap “Yes” on both phones.",
        goals=(tapped("Ana", PairAccepted), tapped("Ben", PairAccepted)),
    ),
    Step(
        key="hello",
        who=("Ben",),
        title="A word to Ana",
        how="write to your partner. No name or number crosses.",
        says="/partner Thinking of you today",
        goals=(sent("Ben", "/partner"),),
        after=("agree",),
    ),
    Step(
        key="hard",
        who=("Ana",),
        title="A hard evening",
        how="send /checkin and answer; for the craving, tap 9.",
        says="/checkin",
        goals=(saw("Dana", ShowDetails),),
    ),
    Step(
        key="seen",
        who=("Dana",),
        title="Dana looks",
        how="tap “Show details”, then “I've seen it”.",
        goals=(tapped("Dana", ShowDetails), tapped("Dana", Acknowledge)),
    ),
    Step(
        key="told",
        who=("Ana",),
        title="Ana is told",
        how="look at your phone: Dana has seen it.",
        goals=(saw("Ana", HelpNow),),
        after=("seen",),
    ),
    Step(
        key="time",
        who=("You",),
        title="Let time pass",
        how="tap “Next check-in” above, leave Ben's unanswered, and go on by hours.",
        goals=(travelled,),
        after=("told",),
    ),
)
"""What can be played once Dana, Ana and Ben are in a group."""

ARRIVAL = (
    Step(
        key="open",
        who=("Dana",),
        title="Dana comes in",
        how="open the link on your phone, say yes, and type your name.",
        goals=(opened("Dana"),),
    ),
    Step(
        key="invite",
        who=("Dana",),
        title="Invite two",
        how="make a link for each person.",
        says="/invite 2",
        goals=(sent("Dana", "/invite"),),
        after=("open",),
    ),
    Step(
        key="links",
        who=("Ana", "Ben"),
        title="Open the links",
        how="tap a link on Dana's phone and choose who opens it.",
        goals=(opened("Ana"), opened("Ben")),
    ),
    Step(
        key="join",
        who=("Ana", "Ben"),
        title="Join",
        how="follow the questions to the end.",
        goals=(saw("Ana", StartCheckIn), saw("Ben", StartCheckIn)),
    ),
)
"""What comes first in an empty sandbox."""
