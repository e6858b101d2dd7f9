"""Documents that need not be sent: those that are published, and those that clients sent once and name by their hash."""

from collections.abc import Iterable
from hashlib import sha256

from graphql import DocumentNode, FieldNode, Visitor, VisitorAction, parse, print_ast, visit

from leadhub.errors import BadRequest, PersistedQueryNotFound
from leadhub.kit.lru import Lru
from leadhub.wire import Asked

# A thousand documents of the usual size are some megabytes.
REMEMBERED = 1000
LONGEST_REMEMBERED = 20_000


class Persisted:
    """Documents by their SHA-256. The published ones are always there, as they are written and as JavaScript's `print`
    writes them; others for as long as there is room."""

    def __init__(self, published: Iterable[str]) -> None:
        texts = [text for one in published for text in (one, one.strip(), print_ast(parse(one)))]
        self._published = {_hash(text): text for text in texts}
        self._sent = Lru[str, str](REMEMBERED)

    def text(self, asked: Asked) -> str:
        """The document that is asked for. Raises PersistedQueryNotFound for a hash that is not known, and BadRequest
        for one that is not the document's."""
        if asked.query is None:
            assert asked.sha256 is not None
            return self._known(asked.sha256)
        if asked.sha256 is not None and _hash(asked.query) != asked.sha256:
            raise BadRequest("The hash in `extensions.persistedQuery` is not the SHA-256 of `query`.")
        return asked.query

    def keep(self, asked: Asked) -> None:
        """Remembers a document that was sent with its hash, once it has turned out to be valid."""
        if asked.query is not None and asked.sha256 is not None and len(asked.query) <= LONGEST_REMEMBERED:
            self._sent.keep(asked.sha256, asked.query)

    def _known(self, hash: str) -> str:
        text = self._published.get(hash) or self._sent.get(hash)
        if text is None:
            raise PersistedQueryNotFound
        return text


def _hash(text: str) -> str:
    # Half a surrogate pair can come in JSON, and has no bytes of its own.
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


class _WithoutTypenames(Visitor):
    def enter_field(self, node: FieldNode, *_: object) -> VisitorAction:
        return self.REMOVE if node.name.value == "__typename" and node.alias is None else None


def canonical(document: DocumentNode) -> str:
    """A document's text without what clients add and lay out as they like: `__typename`, spaces, comments."""
    return print_ast(visit(document, _WithoutTypenames()))


def trusted(documents: Iterable[str]) -> frozenset[str]:
    """These documents as `canonical` writes them."""
    return frozenset(canonical(parse(text)) for text in documents)
