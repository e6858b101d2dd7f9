import json
async def test_x(world, company):
    async def go(label, body=None, headers=None, method="POST", path="/graphql", params=None, enc=False):
        h={"Content-Type":"application/json"} | (headers or {})
        h={k:v for k,v in h.items() if v is not None}
        async with world.http.request(method, world.url+path, data=__import__("io").BytesIO(body if isinstance(body,bytes) else b"" if body is None else json.dumps(body).encode()), headers=h, params=params) as r:
            t=await r.text()
            print(label, "=>", r.status, r.content_type, r.headers.get("Allow"), t[:230])
            return r
    for b in [b"null", b"42", b"[]", b'"x"', b"["*100000, b'{"a":'*100000, b"\xff\xfe", b'{"query":"\xc3\x28"}', b'{"query":"{ __typename }","variables":{"a":"\\ud800"}}', b'{"query":"{ leads(search:\\"\\ud800\\"){totalCount}}"}', b"", b"{", b'{"query":"{ __typename }"} x', b'{"query":"{ __typename }", "query": "{ a }"}']:
        await go(b[:40], b)
    A={"Authorization": f"Bearer {company.owner.token}"}
    G={"Accept":"application/graphql-response+json"}
    for b in [
      {"query":"{ leads(first: %s) { totalCount } }" % ("9"*5000)},
      {"query":"{ leads(first: %s) { totalCount } }" % ("9"*5000)+"x"},
      {"query":"{ leads(filter: {estimatedValue: {eq: %s}}) { totalCount } }" % ("9"*5000)},
      {"query":"mutation { createLead(input: {lastName: \"x\", estimatedValue: %s}) { userErrors { message } } }" % ("9"*5000)},
      {"query":"mutation { createLead(input: {lastName: \"x\", estimatedValue: \"%s\"}) { userErrors { message code } } }" % ("9"*5000)},
      {"query":"query($a: Float) { __typename @include(if: %s) }" % ("9"*5000)},
      {"query":"{ leads(filter: {score: {eq: %s}}) { totalCount } }" % ("9"*5000)},
      {"query":"{ leads(filter: {score: {eq: 1e400}}) { totalCount } }"},
      {"query":"{"+"a{"*500+"b"+"}"*501},
      {"query":"{ node(id:\"x\")"+"{ ... on Lead"*500+"{id}"+"}"*501},
      {"query":"{"+"... { "*500+"__typename"+"}"*501},
      {"query":"{"+"... { "*5000+"__typename"+"}"*5001},
      {"query":"{"+"... { "*100000+"__typename"+"}"*100001},
      {"query":"{ leads(filter: "+"["*500+"]"*500+") { totalCount } }"},
      {"query":"{ leads(filter: "+"["*100000+"]"*100000+") { totalCount } }"},
      {"query":"{ leads(filter: "+"{and: ["*500+"{}"+"]}"*500+") { totalCount } }"},
      {"query":"{ leads(filter: "+"{and: "*500+"{}"+"}"*500+") { totalCount } }"},
      {"query":"{ leads(filter: "+"{not: "*500+"{}"+"}"*500+") { totalCount } }"},
      {"query":"{ leads(filter: "+"{not: "*150+"{}"+"}"*150+") { totalCount } }"},
      {"query":"query($f: LeadFilter) { leads(filter: $f) { totalCount } }", "variables": {"f": json.loads('{"not":'*250+"{}"+"}"*250)}},
      {"query":"query($f: LeadFilter) { leads(filter: $f) { totalCount } }", "variables": {"f": json.loads('{"not":'*900+"{}"+"}"*900)}},
      {"query":"query($f: JSON) { __typename }", "variables": {"f": json.loads('['*900+"1"+"]"*900)}},
      {"query":"{"+" ".join(f"a{i}: __typename" for i in range(10000))+"}"},
      {"query":"{"+" ".join(f"a{i}: viewer {{ role }}" for i in range(10000))+"}"},
      {"query":"query($a: "+"["*900+"Int"+"]"*900+") { __typename }"},
      {"query":"{ __typename }", "variables": {"a": 10**30}},
      {"query":"query($f: Int) { leads(first: $f) { totalCount } }", "variables": {"f": 10**30}},
      {"query":"query A {__typename} query B {__typename}"},
      {"query":"query A {__typename} query B {__typename}", "operationName": "C"},
      {"query":"fragment F on Query { __typename }"},
      {"query":"subscription { x }"},
      {"query":"{ __typename } \x00"},
      {"query":"{ leads(search: \"\\u0000\") { totalCount } }"},
      {"query":"{ leads(search: \"\\uD800\") { totalCount } }"},
      {"query":"query A($a: Int = ) { __typename }"},
      {"query":"{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }"},
      {"query":"{ __typename @skip }"},
      {"query":"{ __typename @skip(if: 3) }"},
      {"query":"query($a:Boolean!) { __typename @skip(if: $a) }"},
      {"query":"query($a:Boolean! = [1]) { __typename @skip(if: $a) }"},
      {"query":"{ __typename @include(if: {a: 1}) }"},
      {"query":"{ "+"__typename "*100000 +"}"},
      {"query":"{ "+"leads{totalCount} "*20000 +"}"},
    ]:
        await go(b["query"][:60], b, A|G)
    for m in ["PUT","DELETE","PATCH","HEAD","OPTIONS"]:
        await go(m, None, {}, m)
    for m,p in [("POST","/healthz"),("DELETE","/readyz"),("GET","/nope"),("GET","/metrics"),("HEAD","/healthz"),("GET","/readyz"),("GET","/.well-known/jwks.json"),("GET","/graphql/"),("GET","/%ff"),("GET","//"),("GET","/"+"a"*9000)]:
        await go((m,p[:20]), None, {}, m, p)
    for p in ["query=%7B__typename%7D", "query=%ED%A0%80", "query=%ff", "query=%7B__typename%7D&variables=x", "query=%7B__typename%7D&variables=%5B%5D","query=%7B__typename%7D&query=x","query=mutation%20%7B__typename%7D","query=%7B__typename%7D&variables=%22%ED%A0%80%22", "", "query=", "query=query%20A%20%7B__typename%7D&operationName=A&variables=&extensions="]:
        await go(("GET",p), None, {"GraphQL-Require-Preflight":"1"}, "GET", "/graphql?"+p)
    await go("noct", b'{"query":"{__typename}"}', {"Content-Type": ""})
    for ct in ["text/plain","application/x-www-form-urlencoded","application/json; charset=latin-1","application/json;charset=UTF-8", "application/graphql", "multipart/form-data; boundary=x", "APPLICATION/JSON", "application/json; charset=\"utf-8\"", "garbage", "application/json; charset=x; y"]:
        await go(ct, b'{"query":"{__typename}"}', {"Content-Type": ct})
    await go("gzip-bad", b'{"query":"{__typename}"}', {"Content-Encoding": "gzip"})
    await go("enc unknown", b'{"query":"{__typename}"}', {"Content-Encoding": "weird"})
    import gzip
    await go("gzip", gzip.compress(b'{"query":"{__typename}"}'), {"Content-Encoding": "gzip"})
    await go("gzip bomb", gzip.compress(b'{"query":"{__typename}"'+b" "*50_000_000+b"}"), {"Content-Encoding": "gzip"})
    await go("big", b'{"query":"{__typename}"'+b" "*2_000_000+b"}")
    for a in ["", "*/*", "text/event-stream, application/json", "text/event-stream", "application/json;q=0", "application/*;q=0.5", "text/html", "application/graphql-response+json;q=0.5, application/json", "application/graphql-response+json, application/json;q=0.9", "application/json;q=x", "application/json;q=nan", "*/*;q=0", "application/json;q=0, */*", ",,,;;", "application/graphql-response+json;charset=utf-8, application/json;charset=utf-8"]:
        await go(("accept",a), b'{"query":"{__typename}"}', {"Accept": a})
    for au in ["Bearer", "Bearer x", "Basic x", "Bearer \xff", "bearer lhk_x", "Bearer "+"a"*7000, "Bearer a.b.c", "Bearer lhk_\x80"]:
        await go(("auth", au[:20]), b'{"query":"{viewer{role}}"}', {"Authorization": au})
