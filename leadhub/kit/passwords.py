"""Owns how passwords are hashed, compared and judged; must not store one, log one, or know whose it is."""

import asyncio
import unicodedata
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY

_SHORTEST, _LONGEST = 10, 256

_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)

# One hash takes 64 MiB and four threads of argon2's own for 50 to 100 ms. Two at a time bound a storm of sign-ins to
# 128 MiB; the rest wait, and those whose request is cancelled meanwhile never start.
_pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="password")

# Of a random value that nobody kept, with the parameters of today, so that it costs what a real one costs.
_DUMMY = "$argon2id$v=19$m=65536,t=3,p=4$zpJuRazreIJcySyJyUbQJw$unsyP2NNywStv+zxbMTRmU7QWET+o3Qw9GR1ZVjkqEo"

_COMMON = frozenset(
    """
    0000000000 0123456789 0987654321 1029384756 1111111111 1122334455 11223344556 112233445566 1212121212
    1231231231 123123123123 1234512345 1234554321 1234567890 12345678900 12345678901 123456789012
    1234567890123 1234567891 12345678910 123456789a 123456789q 123456789z 1234qwerasdf 123qweasdzxc
    1314520520 147258369a 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc 3141592653 3141592654
    5201314520 7777777777 9876543210 987654321a 9999999999 a123456789 a1b2c3d4e5 aa123456789 aaaaaaaaaa
    abc123456789 abcd123456 abcd1234567 abcde12345 abcdefghij abcdefghijk abcdefghijklmnopqrstuvwxyz
    admin12345 admin123456 adminadmin administrator asdf1234567 asdfasdfasdf asdfghjkl1 asdfghjkl;
    baseball123 basketball blink182182 changeme123 changemeplease charlie123 chocolate1 computer123
    consultant dragon12345 drowssap123 football123 fuckyou123 fuckyou1234 hello12345 helloworld iloveyou12
    iloveyou123 iloveyou1234 internet123 jordan23jordan letmein123 letmein1234 letmeinnow liverpool1
    liverpoolfc login12345 manchester manutd1999 master1234 michael123 microsoft1 minecraft1 monkey1234
    mustang123 mypassword mypassword1 myspace123 p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 pa$$w0rd123
    pass123456 pass1234567 passw0rd12 passw0rd123 passw0rd1234 passw@rd123 password!1 password00
    password01 password1! password10 password11 password12 password123 password123! password1234
    password12345 password123456 password1@ password2020 password2021 password2022 password2023
    password2024 password2025 password2026 password21 password22 password69 password99 passwordpassword
    pokemon123 princess12 princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx1234 qazwsxedc1 qazwsxedcrfv
    qwaszx1234 qwe123qwe123 qwer123456 qwerty1234 qwerty12345 qwerty123456 qwerty1234567 qwertyqwerty
    qwertyuiop qwertyuiop1 qwertyuiop123 qwertyuiop[] qwertzuiop samsung123 secret1234 sommer2024
    sommer2025 spiderman1 starwars123 strongpassword summer2024! summer2025! sunshine12 sunshine123
    superman12 superman123 temporary1 test123456 test1234567 testtest12 testtesttest trustno1trustno1
    university welcome123 welcome123! welcome1234 winter2024! winter2025! zaq12wsxcde3 zaq1zaq1zaq1
    zxcvbnm123 zxcvbnm1234 zxcvbnmasd
    """.split()  # noqa: SIM905
)


async def hash_password(password: str) -> str:
    """Hash with Argon2id, salted, in the encoded form that names its parameters."""
    return await asyncio.get_running_loop().run_in_executor(_pool, _hasher.hash, _secret(password))


async def verify_password(hash: str | None, password: str) -> bool:
    """Tell whether the password is the one of the hash; None, for no such account, takes as long and is False.

    A stored hash that is none raises what argon2 raises: the row is damaged, which is not the user's mistake.
    """
    matches = await asyncio.get_running_loop().run_in_executor(
        _pool, _matches, hash or _DUMMY, _secret(password)
    )
    return matches and hash is not None


def needs_rehash(hash: str) -> bool:
    """Tell whether a hash was made with other parameters than those of today, to be renewed at the next sign-in."""
    return _hasher.check_needs_rehash(hash)


def check_password_rules(password: str, *, email: str, name: str) -> str | None:
    """Give a sentence that says what is wrong with a new password, or None.

    NIST SP 800-63B: length and no known passwords, no rules about kinds of characters. Lengths in code points of NFC.
    """
    text = _normal(password)
    folded = text.casefold()
    rules = (
        (len(text) < _SHORTEST, f"The password must have at least {_SHORTEST} characters."),
        (len(text) > _LONGEST, f"The password may have at most {_LONGEST} characters."),
        (_has_controls(text), "The password must not contain control characters."),
        (len(set(folded)) == 1, "The password must not be one character repeated."),
        (folded in _COMMON, "This password is one of the most used ones and among the first that are tried."),
        (
            _is_personal(folded, email, name),
            "The password must not be just your e-mail address, your name or LeadHub's.",
        ),
    )
    return next((sentence for is_broken, sentence in rules if is_broken), None)


def _normal(password: str) -> str:
    """NFC, so that a password is the same from every keyboard.

    No password that passes the rules is longer than what is kept here, four code points being the most that compose
    into one; the rest is cut before it can cost anything.
    """
    return unicodedata.normalize("NFC", password[: 4 * _LONGEST + 1])


def _secret(password: str) -> bytes:
    return _normal(password).encode("utf-8", "surrogatepass")


def _matches(hash: str, secret: bytes) -> bool:
    try:
        return _hasher.verify(hash, secret)
    except VerifyMismatchError:
        return False


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(char) in {"Cc", "Cs"} for char in text)


def _is_personal(folded: str, email: str, name: str) -> bool:
    """Nothing but known words once digits and signs are gone: `Ada.Lovelace-1815`, `leadhub2026!`, `adaadaada1`."""
    local = email.rpartition("@")[0]
    if folded in {email.casefold(), local.casefold(), name.casefold()}:
        return True
    words = {_letters(word) for word in ("leadhub", email, local, name, *name.split(), *local.split("."))}
    rest = letters = _letters(folded)
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= 3:
            rest = rest.replace(word, "")
    return letters != "" and rest == ""


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())
