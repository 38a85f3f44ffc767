import pathlib

import pytest

from bot.smtp import Outcome, Server, hand_over, written
from tests.bot.post_office import PostOffice, certificates, open_office

TO = "fay@clinic.example"


async def handed(server: Server) -> Outcome:
    mail = written(server, TO, "Tandem", "Somebody needs you in Tandem. Open Tandem.\n", "42")
    return (await hand_over(server, TO, mail))[0]


async def test_a_mail_is_taken_with_neutral_headers_and_a_name_that_stays() -> None:
    async with open_office(PostOffice()) as office:
        assert Outcome.TAKEN is await handed(office.server())

    (mail,) = office.mails
    assert ("Tandem", TO, "<42@clinic.example>") == (mail["Subject"], mail["To"], mail["Message-ID"])
    assert [TO] == office.recipients


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("550 no such user", Outcome.REFUSED), ("451 later please", Outcome.NOT_SENT)],
)
async def test_a_recipient_who_is_refused_for_good_or_for_now(answer: str, outcome: Outcome) -> None:
    async with open_office(PostOffice()) as office:
        office.refuses = answer

        assert outcome is await handed(office.server())


async def test_a_server_that_is_away_has_certainly_not_taken_it() -> None:
    async with open_office(PostOffice()) as office:
        pass

    assert Outcome.NOT_SENT is await handed(office.server())


async def test_a_line_that_ends_before_the_answer_leaves_it_unsure() -> None:
    async with open_office(PostOffice()) as office:
        office.drops_after_data = True

        assert Outcome.UNSURE is await handed(office.server())


async def test_a_server_that_is_too_slow_leaves_it_unsure() -> None:
    async with open_office(PostOffice()) as office:
        office.lingers = 1.0

        assert Outcome.UNSURE is await handed(office.server(timeout=0.1))


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_with_tls_the_certificate_is_looked_at(security: str, tmp_path: pathlib.Path) -> None:
    server, client = certificates(tmp_path)
    async with open_office(PostOffice(), tls=server, at_once=security == "tls") as office:
        assert Outcome.NOT_SENT is await handed(office.server(security=security))
        assert [] == office.mails
        assert Outcome.TAKEN is await handed(office.server(security=security, context=client))


async def test_without_the_tls_that_is_asked_for_nothing_is_sent() -> None:
    async with open_office(PostOffice()) as office:
        assert Outcome.NOT_SENT is await handed(office.server(security="starttls"))

    assert [] == office.mails


@pytest.mark.parametrize(
    ("password", "outcome"), [("a-mail-password", Outcome.TAKEN), ("wrong", Outcome.NOT_SENT)]
)
async def test_whoever_has_to_log_in_does(password: str, outcome: Outcome, tmp_path: pathlib.Path) -> None:
    server, client = certificates(tmp_path)
    async with open_office(PostOffice(), tls=server) as office:
        known = office.server(security="starttls", context=client, user="tandem", password=password)

        assert outcome is await handed(known)
        assert ("tandem", password) in office.logins


def test_a_password_does_not_show_when_a_server_is_written_out() -> None:
    assert "hidden-password" not in repr(Server("mail", 587, TO, "tls", "me", "hidden-password"))
