"""Who is in the demo data, and how they sign in."""

from leadhub.kit.scopes import Role

PASSWORD = "leadhub-demo"  # noqa: S105  (public: it exists only where `leadhub demo` made it)

TENANTS = (("acme", "Acme Machines", "EUR", "DE"), ("globex", "Globex Software", "USD", "US"))

PEOPLE = {
    "owner": ("Olivia Owen", Role.OWNER),
    "admin": ("Adam Adler", Role.ADMIN),
    "manager": ("Maria Mann", Role.MANAGER),
    "agent1": ("Aisha Brown", Role.AGENT),
    "agent2": ("Ben Carter", Role.AGENT),
    "agent3": ("Chiara Diaz", Role.AGENT),
    "agent4": ("David Evans", Role.AGENT),
    "viewer": ("Vera Voss", Role.VIEWER),
}
