"""Words that demo leads are made of; nobody real."""

FIRST_NAMES = (
    "Amara Anton Beatriz Bruno Carla Cem Daria Diego Elif Emil Fatima Felix Greta Hana Hugo Ines Ivan Jana Jonas "
    "Kaja Karim Lena Luca Malik Mina Nadia Nils Olga Omar Paula Pavel Rosa Ruben Sara Sami Tara Theo Uma Victor Yara"
).split()

LAST_NAMES = (
    "Almeida Bauer Becker Costa Demir Dubois Eriksen Ferrari Garcia Haas Horvat Ivanov Jansen Kaya Keller Klein "
    "Kowalski Larsen Lindgren Lopez Martin Meyer Moreau Nowak Olsen Petrov Quint Rossi Santos Schulz Silva Sato "
    "Tanaka Thomsen Urban Vogel Weber Wolff Yilmaz Zimmer"
).split()

COMPANIES = (
    "Alpenblick Hotels",
    "Baltic Freight",
    "Cobalt Foundry",
    "Delta Dental",
    "Ember Bakeries",
    "Fjord Fisheries",
    "Granite Builders",
    "Harbour Logistics",
    "Iris Optics",
    "Juniper Gardens",
    "Kestrel Aviation",
    "Lumen Lighting",
    "Meridian Maps",
    "Nimbus Weather",
    "Orchard Foods",
    "Pinnacle Windows",
    "Quarry Stoneworks",
    "Riverside Clinics",
    "Summit Outdoor",
    "Tandem Cycles",
    "Umbra Shades",
    "Vertex Robotics",
    "Willow Furniture",
    "Zephyr Turbines",
)

JOB_TITLES = (
    "Chief Executive",
    "Head of Purchasing",
    "Operations Manager",
    "Plant Manager",
    "IT Lead",
    "Office Manager",
    "Finance Director",
    "Project Engineer",
)

TAGS = ("vip", "newsletter", "returning", "tender", "partner", "trial")

CAMPAIGNS = ("spring-2026", "autumn-fair", "webinar", "retargeting")
