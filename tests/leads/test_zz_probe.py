import json, base64, hashlib
from tests.world import Company
async def L(c, **v):
    a = await c("query($f: LeadFilter,$s:String,$o:[LeadOrder!],$a:String,$n:Int){leads(filter:$f,search:$s,orderBy:$o,after:$a,first:$n){nodes{lastName}}}", **v)
    return a.code, (a.errors or [{}])[0].get("message"), [n["lastName"] for n in (a.data or {"leads":{"nodes":[]}})["leads"]["nodes"]] if a.data and a.data["leads"] else a.data
async def test_probe(company: Company):
    o = company.owner
    await company.lead(lastName="Ärger", companyName="Acme.io", emails=["o'brien@x.test"], phones=["030 123456"], tags=["hot","cold"])
    await company.lead(lastName="Plain", emails=["straße@münchen.de"])
    def p(*a): print("@@", *a)
    for f in [{"lastName":{"eq":"a\0"}},{"externalId":{"system":"\0","id":"x"}},{"tag":{"eq":"\0"}},{"lastName":{"contains":"\0"}},{"lastName":{"in":["\0"]}},
      {"estimatedValue":{"gt":"NaN"}},{"estimatedValue":{"gt":"1e400"}},{"estimatedValue":{"gt":"Infinity"}},{"estimatedValue":{"gt":"1e-400"}},{"estimatedValue":{"lt":"1e50"}},
      {"createdAt":{"gt":"0001-01-01T00:00:00+00:00"}},{"createdAt":{"lt":"9999-12-31T23:59:59+00:00"}},
      {"or":[{}, {"lastName":{"eq":"zzz"}}]},{"or":[{}]},{"and":[{}]},{"or":[]},{"not":{}},{"not":{"or":[]}},{"not":{"lastName":{"in":[]}}},{"lastName":{"in":[]}},
      {"tag":{"isNull":False,"eq":"nope"}},{"tag":{"ne":"hot"}},{"tag":{"isNull":True}},{"lastName":{"contains":"ärg"}},{"lastName":{"startsWith":"är"}},{"lastName":{"contains":"%"}},{"lastName":{"contains":"_"}},{"lastName":{"contains":"\\"}},{"lastName":{"contains":"'"}}, {"lastName":{"in":[None]}}, {}]:
        p(f, await L(o, f=f))
    f = {"lastName":{"eq":"x"}}
    for _ in range(50): f={"not":f}
    p(50, await L(o,f=f))
    f = {"lastName":{"eq":"x"}}
    for _ in range(400): f={"not":f}
    p(400, await L(o,f=f))
    lab=lambda order: hashlib.sha256(f"leads|{order}".encode()).hexdigest()[:8]
    def cur(order,*v): return base64.urlsafe_b64encode(json.dumps([lab(order),*v]).encode()).decode().rstrip("=")
    u="00000000-0000-0000-0000-000000000000"
    for order, name, vals in [("last_name+,id+","LAST_NAME",["a\0",u]),("score+,id+","SCORE",["99999999999999999999",u]),("estimated_amount+,id+","ESTIMATED_VALUE",["1e400",u]),("created_at+,id+","CREATED_AT",["0001-01-01T00:00:00+23:59",u]),("estimated_amount+,id+","ESTIMATED_VALUE",["1e999999",u]),("last_name+,id+","LAST_NAME",[{"a":1},u]),("last_name+,id+","LAST_NAME",[None,None]),("score+,id+","SCORE",["1_0",u])]:
        p(order, vals, await L(o, o=[{"field":name}], a=cur(order,*vals)))
    for s in ["x.test","acme.io","@x.test","o'brien@x.test","straße@münchen.de","münchen.de","+49 (0)30 123456","030 123456","+49 30 12","0049 30 123456","LD-2026","LD-2026-000001","000001","1","ä","Ärger","%","'","\\","🎉","", "\0", "ärger acme", "argh", "it's", "_", "x.te"]:
        p("S", repr(s), await L(o, s=s))
    async def raw(body):
        async with o.world.http.post(f"{o.world.url}/graphql", data=body.encode("utf-8","surrogatepass"), headers={"Authorization":f"Bearer {o.token}","Content-Type":"application/json"}) as r:
            return r.status, (await r.text())[:300]
    q='mutation($input: CreateLeadInput!){createLead(input:$input){lead{id lastName} userErrors{code message path}}}'
    for v in ['{"lastName":"\\ud800"}','{"lastName":"a\\u0000"}','{"lastName":"\\u202eabc"}','{"lastName":"x","estimatedValue":{"amount":1e400}}','{"lastName":"x","estimatedValue":{"amount":"1e400"}}','{"lastName":"x","estimatedValue":{"amount":"NaN"}}','{"lastName":"x","estimatedValue":{"amount":"sNaN"}}','{"lastName":"x","estimatedValue":{"amount":NaN}}','{"lastName":"x","estimatedValue":{"amount":"-1"}}','{"lastName":"x","estimatedValue":{"amount":"1","currency":"XXX"}}','{"lastName":"x","estimatedValue":{"amount":1.5}}','{"lastName":"x","estimatedValue":{"amount":"1e999999999999999999"}}','{"emails":["abc"]}','{"phones":["+1"]}','{"lastName":"x","customFields":null}','{"lastName":"%s"}' % ("x"*1_000_00), '{"lastName":"x","nextFollowUpAt":"0001-01-01T00:00:00+23:59"}','{"lastName":"x","consent":{"marketing":true,"basis":"CONSENT","at":"0001-01-01T00:00:00+00:00"}}']:
        p(v[:80], await raw('{"query":%s,"variables":{"input":%s}}' % (json.dumps(q), v)))
    p(await raw('{"query":%s}' % json.dumps('mutation{createLead(input:{lastName:"x",estimatedValue:{amount:1e400}}){lead{id} userErrors{code message path}}}')))
    p(await raw('{"query":%s}' % json.dumps('mutation{createLead(input:{lastName:"\\uD800"}){lead{id} userErrors{code message path}}}')))
    p("1MB", await raw('{"query":%s,"variables":{"input":{"lastName":"%s"}}}' % (json.dumps(q), "x"*1_000_000)))
    p("1MiB", await raw('{"query":%s,"variables":{"input":{"lastName":"%s"}}}' % (json.dumps(q), "x"*(1<<20))))
    e = await o('{leads{totalCount}}'); p(e.data)
