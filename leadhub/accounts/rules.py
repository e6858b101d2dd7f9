"""What a password may be, how long one-time tokens last, and what is mailed about them."""

from datetime import timedelta

import structlog

from leadhub.errors import Invalid
from leadhub.kit.actor import services
from leadhub.kit.mail import MailProblem
from leadhub.kit.passwords import check_password_rules

INVITATION_LIFE = timedelta(days=7)
RESET_LIFE = timedelta(hours=1)

log = structlog.get_logger()


def check_password(password: str, *path: str, email: str, name: str) -> None:
    """Long enough, and not what everybody would guess first."""
    problem = check_password_rules(password, email=email, name=name)
    if problem is not None:
        raise Invalid(problem, path=["input", *path])


async def mail_invitation(to: str, tenant: str, token: str) -> bool:
    """Mails the way in; False where no mail is configured or the server does not take it, so that whoever
    invites passes the token on."""
    text = (
        f"You are invited to {tenant} on LeadHub.\n\nYour invitation: {token}\n\n"
        f"Use it within 7 days with the mutation acceptInvitation at {services().issuer}/graphql.\n"
    )
    return await _mail(to, f"Your invitation to {tenant}", text)


async def mail_reset(to: str, token: str) -> bool:
    """Mails the permission to set a password."""
    text = (
        f"Somebody asked to reset your LeadHub password. If it was not you, do nothing.\n\nYour token: {token}\n\n"
        f"Use it within an hour with the mutation resetPassword at {services().issuer}/graphql.\n"
    )
    return await _mail(to, "Reset your LeadHub password", text)


async def _mail(to: str, subject: str, text: str) -> bool:
    mail = services().mail
    if not mail.enabled:
        return False
    try:
        await mail.send(to, subject, text)
    except MailProblem as problem:
        log.warning("mail_failed", reason=str(problem))
        return False
    return True
