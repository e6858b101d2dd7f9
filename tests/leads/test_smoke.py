from tests.world import Company


async def test_a_lead_is_created_and_found_again(company: Company) -> None:
    lead = await company.lead(firstName="Ada", lastName="Lovelace", emails=["ada@x.test"])
    data = await company.owner.ok('{ leads(search: "lovel") { nodes { id fullName } } }')
    assert data["leads"]["nodes"] == [{"id": lead["id"], "fullName": "Ada Lovelace"}]


async def test_another_tenant_cannot_learn_that_it_exists(company: Company, rival: Company) -> None:
    lead = await company.lead()
    mine = await rival.owner("query($id: ID!) { lead(id: $id) { id } }", id=lead["id"])
    assert mine.code == "NOT_FOUND"
