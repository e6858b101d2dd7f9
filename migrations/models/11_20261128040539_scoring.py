"""Scores: rules, what each lead has got by them, and scoring all of a tenant's leads again."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE "rescoring" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "since" TIMESTAMPTZ NOT NULL,
          "after_id" UUID,
          "done" INT NOT NULL,
          "total" INT,
          "barrier" BIGINT
        );
        COMMENT ON TABLE "rescoring" IS 'All leads of the tenant are being scored again, in the order of their ids; gone when that is done. A tenant''s only';
        CREATE TABLE "scoring_rule" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "name" VARCHAR(100) NOT NULL,
          "lead_filter" JSONB NOT NULL,
          "activity_kind" VARCHAR(7),
          "activity_direction" VARCHAR(8),
          "at_most" INT,
          "points" INT NOT NULL,
          "decay_points" INT,
          "decay_days" INT,
          "is_active" BOOL NOT NULL,
          "archived_at" TIMESTAMPTZ
        );
        COMMENT ON COLUMN "scoring_rule"."activity_kind" IS 'CALL: CALL\nEMAIL: EMAIL\nMEETING: MEETING\nMESSAGE: MESSAGE\nNOTE: NOTE\nSYSTEM: SYSTEM';
        COMMENT ON COLUMN "scoring_rule"."activity_direction" IS 'INBOUND: INBOUND\nOUTBOUND: OUTBOUND';
        COMMENT ON TABLE "scoring_rule" IS 'Points for the leads that meet `lead_filter`; with `activity_kind` for each activity of that kind (and direction), the';
        CREATE TABLE "scoring_settings" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "hot_from" INT NOT NULL,
          "warm_from" INT NOT NULL,
          "highest" INT
        );
        COMMENT ON TABLE "scoring_settings" IS 'From which score on a lead is HOT or WARM, and the highest score there is. A tenant''s only row has the tenant''s id,';
        CREATE TABLE "score_item" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "points" INT NOT NULL,
          "since" TIMESTAMPTZ NOT NULL,
          "decays_at" TIMESTAMPTZ,
          "worked_out_at" TIMESTAMPTZ NOT NULL,
          "lead_id" UUID NOT NULL,
          "rule_id" UUID
        );
        COMMENT ON TABLE "score_item" IS 'What a lead has got by one rule. `rule` is None for what is taken off a score above the highest. `since` is when the';

        -- Keys, row security and rights: what a lead has got by its rules is seen with the lead

        alter table scoring_rule drop constraint if exists scoring_rule_pkey;
        alter table scoring_rule add primary key (tenant_id, id);
        alter table scoring_rule add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table scoring_rule enable row level security;
        alter table scoring_rule force row level security;
        create policy owner_all on scoring_rule to leadhub_owner using (true) with check (true);
        create policy app_select on scoring_rule for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on scoring_rule for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on scoring_rule for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on scoring_rule for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on scoring_rule to leadhub_app;

        alter table scoring_settings drop constraint if exists scoring_settings_pkey;
        alter table scoring_settings add primary key (tenant_id, id);
        alter table scoring_settings add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table scoring_settings enable row level security;
        alter table scoring_settings force row level security;
        create policy owner_all on scoring_settings to leadhub_owner using (true) with check (true);
        create policy app_select on scoring_settings for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on scoring_settings for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on scoring_settings for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on scoring_settings for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on scoring_settings to leadhub_app;

        alter table score_item drop constraint if exists score_item_pkey;
        alter table score_item add primary key (tenant_id, id);
        alter table score_item add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table score_item enable row level security;
        alter table score_item force row level security;
        create policy owner_all on score_item to leadhub_owner using (true) with check (true);
        create policy app_select on score_item for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on score_item for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on score_item for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on score_item for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on score_item to leadhub_app;

        alter table rescoring drop constraint if exists rescoring_pkey;
        alter table rescoring add primary key (tenant_id, id);
        alter table rescoring add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table rescoring enable row level security;
        alter table rescoring force row level security;
        create policy owner_all on rescoring to leadhub_owner using (true) with check (true);
        create policy app_select on rescoring for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on rescoring for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on rescoring for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on rescoring for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on rescoring to leadhub_app;

        alter table score_item add constraint score_item_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table score_item add constraint score_item_rule_id_fkey foreign key (tenant_id, rule_id) references scoring_rule (tenant_id, id) on delete cascade;

        alter table scoring_rule add check ((decay_points is null) = (decay_days is null));
        alter table scoring_rule add check (decay_days > 0 and decay_points > 0);
        alter table scoring_rule add check ((activity_kind is null) = (at_most is null));
        alter table scoring_rule add check (activity_kind in ('CALL', 'EMAIL', 'MEETING', 'MESSAGE'));
        alter table scoring_rule add check (activity_direction in ('INBOUND', 'OUTBOUND'));
        create unique index scoring_rule_name on scoring_rule (tenant_id, lower(name)) where archived_at is null;
        create unique index score_item_rule on score_item (tenant_id, lead_id, rule_id) nulls not distinct;
        create index score_item_of_rule on score_item (tenant_id, rule_id);
        create index score_item_decays on score_item (tenant_id, decays_at) where decays_at is not null;

        -- Tenants whose leads are being scored again
        create function leadhub_rescoring() returns table (tenant_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.tenant_id from rescoring r
        $$;

        -- The leads whose points fall by this moment: up to `most` of each tenant, so that none waits for the troubles of another
        create function leadhub_decaying_scores(moment timestamptz, most int) returns table (tenant_id uuid, lead_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select t.tenant_id, i.lead_id from tenant t cross join lateral (
            select d.lead_id from score_item d where d.tenant_id = t.tenant_id and d.decays_at <= moment
            order by d.decays_at limit most
          ) i
        $$;

        revoke execute on function leadhub_rescoring(), leadhub_decaying_scores(timestamptz, int) from public;
        grant execute on function leadhub_rescoring(), leadhub_decaying_scores(timestamptz, int) to leadhub_app;
        grant select (tenant_id) on rescoring to leadhub_lookup;
        grant select (tenant_id, lead_id, decays_at) on score_item to leadhub_lookup;
        create policy lookup on rescoring for select to leadhub_lookup using (true);
        create policy lookup on score_item for select to leadhub_lookup using (true);
        grant create on schema public to leadhub_lookup;
        alter function leadhub_rescoring() owner to leadhub_lookup;
        alter function leadhub_decaying_scores(timestamptz, int) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        drop function leadhub_rescoring, leadhub_decaying_scores;
        drop table rescoring, score_item, scoring_settings, scoring_rule;"""


MODELS_STATE = (
    "eJztfWtz4jq29l9R5cveU8WkunPpTtNvvVWkw+7NmVx6Enr37PPyFhgQwRMjMZYJzTln/v"
    "vRku9XbAJEOOtLILaWbR7J0lrPuui/j2Z8TC1x3KK2OZoeNcl/HzFjRuWXxJkGOTLm8/A4"
    "HHCMoaWaGmGboXBsY+TIoxPDElQeGlMxss25Y3Imj7KFZcFBPpINTfYYHlow818L2nf4I3"
    "Wm1JYn/t//l4dNNqY/qfD/nT/1Jya1xrFHNcdwb3W876zm6liHOb+phnC3YX/ErcWMhY3n"
    "K2fKWdDaZA4cfaSM2oZD4fKOvYDHh6fzfqf/i9wnDZu4jxiRGdOJsbCcyM8d9sNjR/3+7V"
    "23/9Du9vtHFQAacQbgykcV6tc/wiP89eT92cezi9MPZxeyiXrM4MjHf7u3DoFxBRU8t92j"
    "f6vzhmO4LRTGIajP1BbwSClkv0wNOxvaiEgCX/ngSXx9NIsA9g+ECIejah8Qz4yffYuyRw"
    "dejZPz8wJA/2jdf/m9df+rbPUXuCWXr4H7dtx6p07cc4B6iDK8VBUQ9prXEN33796VQFe2"
    "ykVXnYujK+/oUPfVjiP8Hw93t9kIR0QSKI/NkUP+h1imSM0VB4B2AbgABlx5JsS/rCimv9"
    "60/pGE+8v13aUChwvn0VZXURe4lNDDBD15iswmcGBojJ6Whj3up87wE57XNn1qdjJLHjGY"
    "8aiAhF8Mv89bstrP0IEZa5l7onApo0GTdSvZ0R2jZDQ12CM9JgNB/zUgtimoIMMV4fLUnN"
    "pEjiSDOQ1iMjLis5npEG6PqX18lOiyl15ry2vn9++dqwqL52Jhjo9BZpPXYv0aevR/Jgs2"
    "AtSJRY3xdDE8fjKdY7jrR/fv/z3a/0uj3o/TD39JvgsKh+KV1e3JfjXkY0Lb7IAy81JOF6"
    "j357jvPRqf9OX7wm0teyNEX75dadwvzcdchdETWK8xHsAq4CmNn05OTk8/nrw7/XBxfvbx"
    "4/nFu0B7TJ8qUiMvO19Bk4wtEb5qGRnwgFkFLcdvX0M150MZLedDvpLzIaXjiMXwn3Tk9K"
    "uCnJSrIdhnZcA+ywf7LBfsanN3XGrfk/frKJUVZmS1avSf5G+oZArFpGo4et+flDGITvLt"
    "oZOUsakgqzZ2ozIvGLmeVqcL0lsauBmW5ZXEwDFnNAfNTMPSEzn2vxzg0C0AtNu5aT90Wz"
    "ffYjbmVavbhjMn6ugqcfTXD4lhHVyE/Oh0fyfwL/nPu9t2speCdt3/PIJnMhYO7zO+7Bvj"
    "KCb+Yf9QrFtzma9cFTGf+CqnJmr2dmyHWozQMMqyFZVomFAEaZjDpGG6yiw8yuBhvDONIi"
    "LGCdusZWI6jiCDwEAeEFMQUx7iS0bMcYMITpyp4SgmxV5YlPAJsfmSCDpa2Kazkl/sZyoI"
    "la/xiqgnSDM0O7oHMjf6LfDI3OjUG6+5Lm8E+ftDWZVtCr+8X12LjUvWUJs9kj9wfMeslT"
    "erHYh2603AhcrtYj7esNfjktjruvR6hk3jPX2Et7IWj5XIQa/9dmiV142T2DElqD4rQOu3"
    "ryFjdVLKh39S4MM/SfvwhWM4iwzbERBus8VModyRT2WwEU0P5EB6f3gftb50O3+0KypTnl"
    "STuJ899vD94Vv79qp91STB1x6Tht9D5/Zrk3hfkobK6zCLMOP/l7R9Knl5IjJ77Jzv3S+7"
    "UnMTrp6zMq6es3xXz1kqnGVh25SNVlVQjsrsE+WHq/2gfFoC5NNcjE+TEHtPKwFcMMeuhH"
    "SG6F4B3w/eZaaO/JkjNXHMDPHUh5graYCK/oTb/WeTLqXZlkb+knNpwrJs8Auvk+iGobzQ"
    "rvohOLJfK/ry7u46popedhJe+dvvN5dtOaurrpGNTCfirNeEMbyhs6HiwFKMoXemUcQYzs"
    "I2axnDFoRUCc4gmgooO5cI+Qz/Okvu/SuIM6UrYthUHXSvL47JDyD6bL5wZGcROe4EkH2y"
    "6axJ5JtvWmQ5pSyUNZbGqpHiE/f+BD0WHlxy+6lBpnxJZF+sCJ9Tlx7y7ucYTxIzg43DJv"
    "KxTt+RsbESn8ktPK8pCOPEMmemg0QmEplIZCKRiUSmfvb5YVJaSGS+xV4vQ2TSmWFaVayy"
    "QKCOfNt5GYpBtirISEqRDMhn7pbPtKUVuymb6cvqjPXR3Y/b9n2TqI8ea13ddG6bRH302E"
    "3rtvUVznpf5Pmv7duuPA8fPfZHp/0DTrufenCbB0hAd27/6HTbVRk4X6xJvC+yd0pw0nr0"
    "kmUIpy/MR9Y32QY6QYb4FhQDzeL6DlcPSKt/wGn0FdlRtavjktjLOvcyEFXyt/anfJFFCe"
    "fHj6YEXxRFejg9vLUg0piBbcyNkems+kAUVmAtUnIYHJ3BXvggnb7rA7+6Cb4RUYQ4DbHr"
    "cKia+RKXwtyXDDdRCuI0vr9xm0q16m90ldKTE5CmXD0HCWt4NPIAtrEM/B6JcSUBkD+but"
    "64L62HL62r9tG/X8f/9kBHNs2M2PfONIr8byJss9b/1p1SMjXEFPxWBnEljwkclde3zJGh"
    "iP6ZsSJL23QoMR3ljmIQPk+A3ZJHmlJS9qIpBwkJfAMjPpsbctSmA/j3c0t0g+k2aTXQDa"
    "ZVb4To52f8rqdVDiHv9+hb6+Hhx939VZP433pMUSutbufu1qNZ1Pceu2//dt9++L1JvC9w"
    "RF4X/pcfPdb61un/rf1nk3hf9GBdYEJNd2GX/szRWP32OnfbVgzt9j+6xWZYYGdf391+9Z"
    "snbTNtInO61Jhl6QXqeKFW4PgtSsTkMCmuAmCmfjzML0KuQlRl08GFMpb10lK4Muu3FuDK"
    "rFNvYIAKBqjsew090FAFDFB5i71eJkAFwyd2Gz4BVEtlxSAmhExuIZPrYrUFIte3DQ4S0/"
    "U0bmxM6cTiAu75mRSRs411dlu/SkrFjylXeQUCbLHl1BxNlfGVttiKGqKRpttM0UAjTave"
    "iLzQ6uWs6tSMCmElymQaM0x6VYdzIIJwFmsWPhW4H71CU0jXKxaREZWtVqQngS2gWtrtfr"
    "C4xqY+nRS2W+6YE88BnaWyxc4XKm0s2XKt1vbAZ1LTgjTSoHydixMkeDrcGrt5oIwP+XhF"
    "5P0oEZSKY9JxCDymkBqclDMdaG8M+cLxE0flL4cMUYf+dICIB+c53CKlDu79CXpMNlQO/Y"
    "UcsbbyG7h3/EUeNx+njp9Oy1AnRZ0UdVJ06Ues3Pbl73d3f+tfdR5al9eQB5E8kpzgyjBl"
    "p2WIstN8nuwUdwXAXQG0gXs7UwnMhRURjYggyYsuyDeYLwNq7QZ9HBHDfCid+3e4qjglBg"
    "I4ISJ7ugNIi1JCkJryx88WqKn4LLBPVPV8/deDGkx9OnF9rcXYdNqqPmQG0xc52yjccBva"
    "9WnQsNRepar5MRlADPaAjDiE7CnyS51QnJnj58gM6USOJ2I6n4FsIwOPmJC/kplSOnsD02"
    "3fAIk33Wb7BhJvWvUG7moajdfd866muPtbLU2sdbtRrieyD2dnyqObNlQFbhL3M51l1mMP"
    "fz502zdN4n5uQm7jPpY6Gm5RPCUWQzo1rIlc7apgmpRDXFPjNDOLpnBT2+wsGq2mjQ0dL9"
    "vf+5ovnBHPi7dfP1FHxHWG++hKLnVNAn9VnvD3B/A7el82mZEvSvTDRW43XKQqGlJDVBvm"
    "ocRGuGs2WcTBPS+V9XBekPVwnrEJzmu6c7WGu3beXM3Q3pL7EXcAfq3ibdL0kWdz6pfmaC"
    "GhSA0njPMyE8Z5/oRxnl7/5M8U2RNG0RoYlaofztvf/iq72MilyQx7lY1xTrmR4cpxJ5b6"
    "TB2X3mwQTB0Sx8vObev+z+yKI5cZs8fln912S5+aI/d0Ih9s2uVPNDMsOna+UeQusd2WfS"
    "doWsphYpnsya8WJqC6wS+CyFXJZJ/JYCFUSIzaB1ztq2M6ZGkIQn+669aYTLgbWszoTyfb"
    "X7Ll66O7RD8NCN0lOvUGhsPVtzZDmYoc9OfclFfboNfjkjXs9QPp5VIeHG/trNrHETEMgt"
    "S5fz1tqSpBE5PC4L3i4D0PrTTAlePMHsIrHSaw6yPN4kNLp3AzH/zMks5BvxTVdA4blSjg"
    "ODFmprUCm8YzuYgyuYSb2jmkjwYjS9OZqixP2G3lr2Ds2PSZw2YNYONQNhbEsCx/Q9Osgo"
    "87ugvaT7rNTw20n7TqDbSf0H5C+6n2+rVaKTd6ueOSaEUdQi8P6ciQpm8111VKtH7+q+0H"
    "FqAndteeWEzqw6Q+bVgBbetNddiz6eRWm4qcbRRRA2a8XQl2QJrjf4V1nyyNFdT+BA+mNN"
    "XVhejYq8H0WdrnwjXowfcpmw3cvZoGDZU5RsdZlMA2L408gG7zUQN5AK16A3kA5AGQB6i9"
    "hWiMRnS+2dudEEUmQOd+Rr7nLfSypwv3K5cQSglicgOyDjuAFFmHVyglFL7c+0RXz2lgPb"
    "ipqVAnWuebIcSS2+N7KrI38Y43aBSRO3Ovad8O2lYheObUnpkqcoQ4nMgrEIP4l2yQZ8My"
    "3fh1g4gptx2i1IQiWmfjCyKZo9s030AyR6veQDIHyRwkc2pv/mFQfL37F41QNEK1sZO0dX"
    "235qbsp6Os0qvumUZh2dW52X+iJUuutohs6sahixGXQ9Ddg0h+LFmDjBbShHEINUZTIudY"
    "Mlz52xgJorQpaczMjBUZ83AjooRxtO3Lo6mk22TUQFNJq94I0YfSxpnpUbn1ViMS+6u5+n"
    "5HIHoFV0/en308uzj9cBbUWQ2OFJVXTZdSRcszH+r6Wp6L+XjDXo9LYq/r0usZlor39GGv"
    "q89Uf+eHQPvtda7QuGEA9EmpUoEnBaUCT9KlAqfeelIWX799DfHdfuVhV9VOw5tfxi6UwC"
    "p2L6hihyzlJl2h+dqQVgksQzj9DanKpCzylTr3NAadvYVe9s2zykFnKUFkp4vZ6RAwZKhL"
    "MNSp8aUTS30te/7eLZGewVRHzjaK2GpLtuuHldbXM9Y/pivFzAli2JSAeJp2zmmD3LFuU0"
    "UDuWOtegO5Y+SO970aHiiLiNzxW+x15I6rcZuluOP3Bdzx+zR3bNijqfm8WcZfXBTNcn1e"
    "I3f2TNmOr5SlYM6pZTJ6lJWg4J9rFOYmRFutD8NhhNtjatOxqg0xsfmMTExbOET2ryNFIa"
    "HAIGM6MkHHygi02eACaA7pp4CjOaRTb6A5hOYQKsZoDmGvozmkrTkku8vM3sE3d22Kiuxv"
    "cdolzFten0wRPGMK1UvOpTrDclTdmGByRzcpuStwgyN73tHt7u46Ng9ddrqJsfsdNm3/9b"
    "0a0rKR6Tqv0pijWY9m/a43mnCMx0yb3j3RKNxkImhSIqlGOHTubprn8wDHZAB74PXVZaRB"
    "JgbkFnZ+MCyLLwWh0lxYEXXS2+4hlEwb+9u/PnIB+lmfyAXo1BvIBSAXsHe19jCtQuQC3m"
    "KvIxfw+lzASKLxyO2M6ErAuM0Ws1RsZXxGjcjrjPnR3bf2bZPA3x77+/fWdee3TvuqSYKv"
    "PfbjTjaQf3rs+u6h2yTwt8euOg+R5tH/klr266TuIJmzfQVjbvOhMTQt08l4L/JhjUshsh"
    "nI2tyRqnvfmDjU7o+NVUbOWS6+mbIboawZV7N1kOm/FqYtFR7PEkxBnJ/WlyG6//y+iOk3"
    "XJiWYzJxDPd7DStvJ1l/cd6lSv+kJV/UPZq9CPvuBySQ60sgx9Zzj7isyH8lxDBVqzhVKx"
    "rA9sJErWjE3GFCuz5VKzG6dErU+rIQDncNv6MM30f0dKPIAzJSDb2f3Ci51zY0dre8Bp+D"
    "S/QS+bLTMUQkQqUvlaj1mQye6GqgdrySx+AR1dZXo/DhxCBzm+2t3wBdIbrNUg10hWjVG+"
    "gKQVfIvhfiAyXF0RXyFnu9jCvEK9Fa1hPiNdeZlN/QEbL9LazRy7RbL9OT/Gmbeph8WZ2x"
    "Puq2/9FtEvjbY278YpO4nz0Gc0eTwN8eg+jHduu2SbwvPfbl97vOF3ne/dTDpzSacnNUrR"
    "5cRAQJYyQq9eCyNF/htYp0vZZ60wNf2CN6lFWcJzzbKCzOI9v1RdiwRHEeCgV3VOmdEZ9R"
    "lYiaVZ8nrxmSL/qZ+0i+6NQbSL4g+bLvRflAzXAkX95ir2Mc6uszBGjhoIWzYwunazweZZ"
    "g2cLhRZNM4XoMSzmvYt9d1LYfFRGeG/QRFdkxnmuWOLiOCNo5+WjXaODr1Bto4aOOgtos2"
    "DvY62jjbsHHOy5g45/kWzjkaOGjg7NvAaf90qM0Mq5MZtRs52ygyd6jXztNFy7hwpPFiMA"
    "6mCREr4dAZGRmWJaRZY7rBtJ+JO9QggDYadDvj7JFYcmy7xk+W32er10ZDSj/VHQ0pnXoj"
    "siegetuq6AOhRA01gp2wnom5tizQCbEaor2TLURN0Yf1II30ugJ9vtQeq/P5s/vBFudTkS"
    "DVpu6ICObaFefaAVRpaCvn2V17lzlMSNfn2EVGlE75dQr2nCirYuXc7/f1WvkDn9EhH6/I"
    "csrJzFiR4WJ1TAZyRDgLMSA2nVPDEUpj9mu4QJ0/SHVT+eUNIrjrlzAYUf0s2zEiqC01at"
    "P5nFLVd33DHhuAr0ReasolyPI2sqmgYByTiWwPaXpkKG+pbAb4TkeQs7ecUgb/Lg0IHWPP"
    "1JbjHLL6GJQ4JKOpwWQnEeNRDqRj0lKKm/scUqLHZtSG03KQ8cAQgTKJ8plXghjCu3SDTL"
    "itfpwSgEzCIZWWyVi2bUhB9458qeLY3JOCUtZUv98ce84fBxCgPSYW9rP5zG00WtBoQaMF"
    "vT/o/dFOBzlQPwB6f95ir5fy/iz8zZFL+38CiVoyEKUIiAL+IUk/qN21+lWdbHGpjYDWzN"
    "uzB17NMjZAOiaEQJcC+p982HdMx6oEdEyofkDvhLsc8dncYKvKgzoph3CXgntJhwKozQpI"
    "R0TqB/J5KZDPC0A+z4j5Ho+l+lIpzTgigoUPN88ntvjIqDZnhxL1G9yn5yXG9ul57tCGUw"
    "nfqcqAlc/tGKZVyYWaFKwf2juZShZOhqc6fxrxmuMUsvkUYtMJte1qBmNUpn4DW6oRJTWR"
    "QlUkw5hhY/kU/bm3nVR5eyYuh4iXRdwtsCxMz3dahQFLiNaQAjtcyivNdLrOyeyXan1lol"
    "BaZ/6rtjtfiBG3M97PXE9P0B73DMjYM8Bw4HYbvgmhtMaLzNHvd3Jsyz9ywLfub+SIl397"
    "7MvdtRze8HeTYX1WYlSf5VeiSwUECrkquC6UGV+wLAcMHckWVk5gYIZ4cgly5Y+962jTO9"
    "tYf67aXzo3retf339qnCUC1KJlAfMgHy2kcspGlaosZktr/BZsaiOXMZHzLeRUwUXYx2LC"
    "YavR/mK+gacx8wKYGaOzsqX8K8bIMZ9NZ7VBl2fJY4/r3OOu71JecM4lmJsEFGRfAXtd51"
    "53N0ioQseFEnrUDoXb1qZ2KNyeZmmSBf0RiiBFujnyY3hHHAhTdyBUO9UBhWknaeE9Zp8E"
    "Rw43/YRDMAev5sKNCdVPh98VXermVWyyvMclcVnXeln3cyc2iQZOyGJP69zTKs0m3cVdaX"
    "LnhL74AvvjwY9eQT2D8v7FSkLQj9d3t1/95knNITuwq1rCSFzqBRkjh/MaVcgC8ZSmyphG"
    "pRDTFKbeFD6sPlhToohuUoXKKQKQj2pEBNHMUP5taggJSsUU9JQkYhvH1s2H7UM+bEVs05"
    "KIbRxbvpS/uSKqURnEM44n7vu8m8pAbpBqNVBjQjhQswLOKgIakcEhmgDUocascg5+IILD"
    "s7D4TLi/UxzbjcrPhLtKHSSy62vQxCa+7Co0WWvWFuD9FrnUYc4C69FNrNXr8VXT5hbAff"
    "CvU1dko+vLeliVGroFWG+on1Ne0+kgqq+vhxUWpS2g2vUuU1NMI0v3ekgjJv42ljB5tfvg"
    "YjXFN82KrIc5SvrhvLAe4wyStAzIyg2wBXy/hFeqLcBRl0mpAZwdtrEBtsGVaott1HWyHl"
    "vgrrcA7BU94AD29ahGGP71kEbY1S1ZZjVGNk1F61YetD2DBPCcGqHuycbajZhp0G793mWM"
    "0L9Cc+KVWIDanIYqCNiEKpcwPsZuIUu35qWpNmKeGzYdZ2xr9tKrYc1L3fggEMSal/r0Rq"
    "TmpWEtKoU5BgI6p61uGON4Wqpu22lB4bbTdOU2xu2ZYZmCVqrSH5eqIdYn52WyH2Wr/GjS"
    "81QGpBzsplOthGtUZH81XHcJ85aTe03Rl7alKRtnDOB1mx9EJTEEvUIIusRuyOUqswnoEU"
    "HEHHed0MTxh7tOlKNL9d114pvsDnqUY1a6Jxtrzcp50K7EltiqMXFLBYdW4GcyCNWjAZh/"
    "7eP3H84ahNvkFgTcjRKkZTjiC2tMGHe8/RSoLRzOs2zOnd4KDVLd5qkGGqRa9QYapHvaSf"
    "bVrFHN2N5d12tHSxQtUbSK0CpCq6juVlHXeDzKsYngVGOtReR4rUrslW2Opu4WcyPDtk0K"
    "+9jBIXmFrN2v17RGq0S3eaKBVolWvYGL4K4yLIzHqiM5kEAwUaPYh0aRGK9bgNRTB+qKaP"
    "iK6qSiqVSLL2qf3iw1LXq6UFVzMxpGYcu16tqd2uiXzkM2+RepghmrY3Irn0GoACZvM2NQ"
    "zgybkic6d1SI05SuyJLaNNzXeGI+LuQcQNzdfWlK3dvp3XrMlsv1TN7KDbuyR1PzWf6Hei"
    "TqkahHVlB8Jjaf9TdJ2E0JYpppBrKV98eMCtWP1t7Jro0KM28lyal2vr7mf+oiGoNf2z0w"
    "HL7RVJQQQ3ssDWvVeSgiUkMv5k6mIQnZSyehxCV0Rr62c5Cg8oZj0TdZPye5/tJ8zN+VJ0"
    "O6Rhv0fDo5OT39ePLu9MPF+dnHj+cX7wIXavpUkS/1svMVHHuxXkl7+qqXZt1aQVbdJrAC"
    "LA+uImvlkotYaDFnZUcvABLXr06zViKusXxCGUjXFE14HeK65W1WdJTBWgfnGkWUtRFttZ"
    "aufuAz6kyB4lUM8NIQZAwRzsaQLxyPUj4m93xJpNa1sOV1iZjypZCn5rb5LEcFRD9T4nCy"
    "nHL6TG2ytOGA6TTIYLgauCm78jTjQz5epRjsfT9Aj1EFxFLeTbV2ppTY1BhNm8CDG0Qlep"
    "ORwSCqW1CqWkKs94w/U+FebQDfoezGgDDFs8NFAr5S/ZAxp5CmjFw5cuXIlVeJBKe2qBZB"
    "G5HYXwDt+x2BuO3o2ZGc2jbcgCMmWUNr70j+wPEds1berHYg1p83ARcaf4v5eMNej0tir+"
    "vS6xk2v/f0Ya8/SUg3ZUV9Wa3p0C+t6+smgb891r5pdeQ/6qPHbtoS/duvTeJ9gSMPD62v"
    "bTiivvSYvLL8F/722MOfD932TZO4n5uQokXTsM+JfsylRD+mNsQybTrKTh0p14GxC+jsV+"
    "vcXt59v71qEu9Lj91973qH/G+bdMhFiQ65yO2Qi2SHSOtjxKv5cyIiGnfAxslSJTeCK9oH"
    "LjXqF7ANvATKo/QraH1ZojVyAmxNAeQjtcv4JrpAQrSGysDhLv4ZhL/HrsR7OH8HNr99Ha"
    "aqon7cxQ5sz6Ywh6blsWybLNfxK+xxE7xu+7blOgWrLNquVJO4nz3Wbbdu4L/WTY99u+/8"
    "0QLVyvuigTaFzi90fmkJJ24ygq7E3UK67RwY3E1g27sJoHf2YL2zfsn7DOdspBp+vm82Un"
    "y/TCEsr3mDPEmln4EPE/yMyym3KHG9OsdkoHZSHhB5cCxcX6WgkKpDJrKLVaXk4Sqr9NV2"
    "L44uTt0Wyga6OLXqDXRxootz36vtgTq70MX5Fnu9jIuzaopNjfNrduOQ4TN5uyoIhxJ1IJ"
    "KT1epPy0B8flpQrf40CfGSDgWUXauAcUSkfiCflxrH5wXj+Dw9jr09ZNIg/8fD3W1OVkso"
    "klwTzJFD/odYpjhAf2IBtoBFsWsk6QVJTOhwgaRrxK0SsdHCnBDdwsp8OH2h+UKc1r8UM1"
    "DF3xgI7NHZ9Qp24Nb8jSmi+7UoL3cnwkzKK9iksIjyChuVqf0uLV3Ojskd7HnrRu5TY0bG"
    "dGSOFTsFIflCBfcbgixNxy12KD5vToTt45ZIj+lHyCA9plNvID2G9Ni+9bEDJUqQHnuLvV"
    "6GHpuYtnCq18OKSdWPYdhJJRrL2ADpmBACXQrof/Jh3zEdqxLQMaH6Ab0T7hc5s9fizMYw"
    "oTv9iKkc74DCXU7SwrjRSYWNTpCvRL4S+cot50d4sWUVGZS4FAY7JxK5gJ6siGhUBvHEUP"
    "y9heJHAl1fGOgcias9SFzXRzrHp7318ePqpd4CsrUPIY/OfpjpsKdMh1f1Un7j7qPnuSrd"
    "840S/sr+PGi63mvJiGcIwwbR0c2kvYs11X4bcpyM3fJhhnINmsKNwbdp1tbUL79mj/VYch"
    "9rtXv1RF7R8K+pipXhNtboukTX5ct1ytpX4IlX3fn2uzTWm0R9JGewUqF/ZQL/8sP+kgQm"
    "biIewfa01O7WpwXbW5+m97fGfcSzw4TPSoUJnxWECZ/hVuIZMG87FMLT7arSUlEpLGmwzv"
    "LPcWJsYPkHVzpMYMuY/tGhpZNBdUUN6yjDkFLHCw2osd+iTILzFIYA5B4LallE+LWgqwdj"
    "ZmY4b+/qypbCaE80mdBkwmhPrVUcjPasWdwfRnu+xV4vE+2JydC7DYiTBoqzyIgZKcfnhd"
    "J7DCCBrQIrrvexTQazthPchNkrQ4jk0yEpMsSY8QXLmtuk4j4zrJzwrEAoOa25Usee9OHR"
    "TwXgXrW/dG5a17++/9Q4S8S+BbinBroq88tGOcVMc9SFiEz9KL0yef/5Wf+pnH/6c05HsM"
    "yOLC7oBst05gUw4FCfxTmtk6me2kgRjwpiH+vcxxg8/Db6GYOHMXhYv9eoAsv2yp6vWmKK"
    "AdkYkK0XmhiQ/SoB2a/h8j5cbNd7vDHYHYPdtcBU02D3q8XcMkcS7q82X8yPsqI04i0ahf"
    "Eaftv+Y9B4begG7JEh3NjxqQF7d3uhDmS4InPDtAXEqkOsObDg9Jj8xi0LNu2e2Hym6syr"
    "Rp+J6QhijsPD6hF+ke2gJIW793eSft73vTGYQzc1p0EwmEOn3oh7zHJckuUcZtr7J49uVc"
    "g7/O2xh+8P39pfuu2rJgm+9ljn6+3dPRzzvmziP/tUwv/wKdf/8Cldc9h8nGYoqLkxNqEA"
    "BhJ7UTYp4+qVF/9vchUrXPtVg5JL/9xvu3bl7y65GxPprsAzYwU5Y7DcunU0G2othf9V+C"
    "T8I1dfuTrDUgsrawMS2pQsBGTCLpREGPKkYVPIQDsmHbUup5b9fd24xyYJhUEKoyaAmgBq"
    "AhU0AZsa8p2sVEwqIvKiYlK6LT77riaFi/3LF3tUavVXapW9XnF+j8qgxyCO51TOAhXhjI"
    "hgXlyyQChfVt04OZBAMNfs9MuXW2Cva7/RbzCe1jsE4E1GSNdCGpnw1mMa8OkvBDXN5h/k"
    "8rQe3ejqrJPD5V7+bu79xBTfEp5sFHEtdqzZ+txYy/LYDj5RXIZr/imyYkjlZQhcjo6J8S"
    "gRbRCTufSHPXbrBCnagpiwS8mj4kSmlLnkhynIWB45Ji3vmr/Ie0B+TKIvX+EReszmSzKF"
    "wkbB7X4BTuaYDIaGbZvUVlWM4KzrpZEoMmG4NrO69JA+GrCZMSeWfD8g9xe2N1YS9sKi6r"
    "cM6UQ+N1I6SOkgpVPFuWN6q1SVMOdAqIaphXWKcDYmTuVgxqgMGtPJku4s413JpeD85vsj"
    "4N7tCL5ts28Od9wUvZJIBu03glKzsbhtMD0lKg3npfmYi2hEqEaYfjo5OT39ePLu9MPF+d"
    "nHj+cX7wJw06eKUL7sfAWgYzO3Vh7jB9DSOw6dHWVYL+HJQutFafp902+31nz5Abq4oXQe"
    "pc8/QmnRlfLOghou9Xn4iJckXXqmgWM8SUOBT6DYqbovMYb8mSodHuxvKhwprxQLdQHPrq"
    "ApA+Y1HqLH1O1GEmUwPmaUOoHx4TmgfdsFzJZn01kFJVjlAG2QwZiOjJXoG87AvajpEEgI"
    "FERVpBWE0Z9OQ209+UTlyFg4qqkUNq2IibWE+kWqCZFN0NZBWwdtnQrqm/uuVVA7QgH0oW"
    "b5UNF2rK/tGKxYVTs4JogZ0Dr3cUzdqNrPKWF8obXubFi+q/quQxF0Xidj4aTuXxHOiAgy"
    "a8WhAJ7HGR3XxbEA4fu53nENo28LmD64Ds9772oHOVjXIxt5VXXyWUfBz+F9In1TzPzIhn"
    "1/TKznfr65PMXEIzuiMfvAhgzUUJyYlkPtwWc3WH/gcyF92AVjoGSpMZqGHInyJ8tLwHny"
    "K1RuHps2VdbmXxqZ7M/rPEaPgd9ZyOsbTn8mZ7KBu2uPSickP+AuSuuFtivyCA+i/nf3Gx"
    "IDwqhhw7Y8nPwXtbn7CM/UXvntxlJjHhBlGiGrg6wOsjpYa/q1SB2sNZ0P9WFWHcZa02+x"
    "1zM4Aaw1nZ/G8r5Uren3BbWm36drTUe00TTM+TlzCTHMm3tB3lxM+c8e6+vzvVIX0bg2sj"
    "RRr6+bBP72WHxnv5u2nHFuvzaJ9wWOPDy0vrbhiPrSY/LKKmmsC0ljfz502zdN4n4mbbEy"
    "b1WR6uF37sfcN+pjqmK43w+BffbiHo1dSedu7dxe3n2/hVw990uP3X3veof8b5t00UWJLr"
    "rI7aKLVBe5BnIFbTwiUaNIpK3p4+i03i6eUWKmAqpJMRyqedACl1UZWF8IYU3Daoq+Wq4y"
    "VPVLzqWyyHK4vahcAtihFNzVZOATfvvVHi/v7q5j2uNlJ1mW+vvNZVvq8IkdNNKAYwH4+n"
    "rENQrflTA/UMeRHy6G2c6coEmjjENHRFuvder8BrWQllNzNPXCYTnzQ2tNQX6/60Js64/W"
    "/U3D3VYzDJP12oNzgsq2qaQ/kpPz10h5dF7hGXoMrgTxvbbpyBNBSK48BNuLyh4LPExeRi"
    "K8tOiYQccMOmbQMYOOGe1sxMOk6NEx8xZ7vYxjZsqdPhSqrDB3RkX2N3leHErGqVTZZ1Uh"
    "jcnsD9OzQ8HU08OrDNJQApkerfJJb6j9SO+ptKjiVkvG6UaRITqDhn07bLnWCL1jlCgpiK"
    "lzA/okvpyoWjIDKc/tIR0PiDBWkJHJ3SC7pTT6mmDMyR8Cm4Ao4xAeGqrKqFIwA3VooOoZ"
    "DMiUW+PMiML93r7H3JchKL8jFvaz+ezXMJY2qGeANsgAPLxi4CaaQuXicHMErqzV4Yoo2G"
    "XTGX+GZ4w39a7UY/JT/iq/uXou+KFSzpGPNQi3T/DkDNuGhFr1ayFrFp594prpfCZ/oHth"
    "4aXIGm4uLH2mzFEoSft68ETnKtUVcnUZWbAxh9JCFp3I/wU8PKSy0rEp33QMe0TrGq3ryt"
    "b1Btx0XQ2Bw1X80/aev+CkOzc/Xigqg8FCLwgWclfuKtCHEgj8S6K0JhVD5AIBhP0FsCsN"
    "swrsgQDC/gLYlbZeBfZAAGF/Aexgx1RB3W+PoL8AdM9WrIJ7RAShfwH0YHUzuonnICqIIS"
    "w6mwvAs1R5t/z2L3qxDqc/d2MlrCpyHoEAVn1IFJDyyM+KeCbEsDRJ9sRfeZwm5XC4FhYp"
    "8YdhGmIsVJIop5F4Y9cXKxmutoBq7beHD97U9YAG7zbiuh7X5ESoUwmYlhCys2aUOVd0ZA"
    "oXgpS/NqNVo8htawTt5S+NCJSrCQzOPBAbw74hQ74ICvSqUr0zDtcFv6HBxibYDcJ1iAq3"
    "DstMDaewwq0ccovHqUP4JLH9iMncQOGjRG+/ykP0mHIEw74pYsqXrEkG7jXkmBmEscoDdw"
    "NM8IWuQtcxmUvAoYrvs7zir5E6xVzVMzadv6A/FP2h6A+ttEs9oPOYsb6V3dMzlNc5D/i3"
    "zj9gx0710WP3kPbbv7+77Nw2SeSfHrtutx66/cvvD382Sfi9x360O19/VxuB+t967O/f29"
    "/bTaI+euxv7fa3/t2P2/Z9k4Tfk5NuTkRUvKjC+zI1Fd7nl1R4n0wvltAusrjzwkS4UGiP"
    "WXCvY81sMwsOAwzqyBiG+k8lTj4mhbT8S5yuWId3m+t+oHRXATQmhDQXVjbeG2mIlY1LMT"
    "CvUdk45EzeenHj9PyKrOF6WGOLip6UYV7h6PTQL0UVli8f/UMl+DO69FIsHjkUQ/bzCWzI"
    "BBDBLsDOwmZNN3kgys1BKv+Iz2RfNSCJYGK7WwSLsBZzgwiatWPY3u7dYwNFQcp2x/PV4D"
    "NkOkDwlnBLUbs1n11S0q1AwLiXpuHng6g9zJD7Q+4PuT+sNICVBnRTYA805xwrDbzFXs/g"
    "A7EE9J5LQMvuMrML1RYU8AxFsIRnxvqkQVltPW3UvXHYr+5s3dMQf+PeVqw8umefq8dGVP"
    "LMhSL7d8tFjMjhQs6sJhPHcNvXsBd3k5iKpWA36QvNteC08YNexG1zMg41ZpX5sEAE0Sz0"
    "IgJSW3DJdL3LHCSi6x0ykfGEfq435ed6kFbIGkeX26RR0tMlgtZrXV0t32cEHiZiKI+OKg"
    "0m3KjwKV8S+RNWweal3pahQyrMMXUjzcHjI45TnqztXho9TLrN+A30MGnVG5HyoXINmFap"
    "dBkKIIWXYei+qr6tG7gHHrZXHzgLNO7XijHTFNyDDzI7WFy11b7/rrJsVGBqhuIdOVuoc7"
    "u5On0/TLaMuq3iqbzETdMRZMEc0yKCz+iQj1cqdMvmfJbI4+QTMlCVZwfHZOAN1iAKTCnW"
    "UskW1NO4hUr0nMhfTNyE/4Revvdn6DFjaawa0aRT98Kw8Q3kk0Iu6cxw9X+pdZGO2t4mkS"
    "ALQXFq8xtlKkyNZ+o9pn9QPYV7Y8Z7zOLsUWXJwlO5PxeyWQeGeKKQ9apyWD1JBYmKm/O2"
    "1Pl1YHH+1Dce5fAeYIIrmiBoglRKcDW9la+KEyIQqmFUTp38D2oCTXdufhxOILA/9/nRrt"
    "6PuBv79KSEG/v0JNeNDacS8SLBspNGuNCPHRfcoyM7OHKwnmzMcsQsR60RxSxHzHLcLaSY"
    "5YgEVP1g1ZZ/+kGHU6mvtRyHzubOUQYHlWjRKOKhlm7bvhFpXGorKwf2ToKkQHlJE/L9mu"
    "EeSTYdUThGDCaAOBl7jMnK28QYCo8x7p1Nu3+3f3nkX3RbVBvIv2jVG5FMmUX2EpHrAg4F"
    "0AWM9aXeCpM1My3LFFT+wnFGHHvuy5IUw1cm45WRyqezEBK1cYYlkAttQgo3Xk0DS207q4"
    "53Pv0aCGhcKnJD/vW8VBrkeUEa5Hk6DdLVOSsR3IFE/SB+/65sqmlhrmkKZd8mqKgiJsSQ"
    "fC0mt3y4tsAWeBbpVeSKh4nwet4gMcg0ZA6CXsinDqIdtZ47iA6UcuSBu4my2t5ZSHN9Rd"
    "yNqAll4zk3oX659wQmVaWH4JxYDP9JRw6ZcMviS7dqkYryLlk8fU/39eqlq3iRmTGm5NeB"
    "n+g+CMJiwPQdGoISw5K3wBgR5CiQo6i2oZJ6JyvvpxSVwuU/w+rKqZFSptKBJ7zHOI1v7d"
    "urzu3XikPVF2sS70uP3be793+qQ/63HrtqX3f+aN9DSYPgKxxtqQOtq+T6UkYf/lRCGf6U"
    "qwl/ShkbLmcve2HBquRspOT2R0K825XdsWVDmdGfzga58BExzIPXmb3D0m/5r9JhFgErU/"
    "ptYjJTTDfq9oQovt06v902nVvGCpTZioFPCTmMfkrQx56ZXBHWhBgq3klYgZWoimlEBgEt"
    "JjL98bc9IrMdueJhIryeyEy8tetjy9SQ3ALGbf86tUU28u5qyA8HgzufH46O//X8cPT9K1"
    "NCH6hThZGbkCdgQ8sUnZvdrMd6bODiq2aPAQFLd0Vm1GCymWUdk4GYg4bbF/RfQQ6iZQjH"
    "I4dVth+k8w3piM9oJAJNBZlBUXxpNo8J47It7zHZ3SNqA6OsquDD4B4L+WFaFhDClluOxI"
    "cAbsgnkwYR3L2TvMxU/iI4PjNhr0z5gGMVLsv6Rt/mywFRZrrosXFITT/KL4ws5kTlPYU/"
    "QV3SsG2ox4akMpLKSCpjdf3XotCQYsmHur4UC1bXr1uvZzAuqer6C9vKdhzldLXbXOeK2B"
    "tGPJ2Ui3g6KYp4OsmIeIqotGmg84smJ8T0KJwM96tN4WSs0f/aPYDF2/ec8j42Bfz+Tdb4"
    "hCh6UfRZ09OqXIyGqGAVpeQwvCCV4BBQUBmTlvmYn+IQk6tT7sink5PT048n704/XJyfff"
    "x4fvEuwDh9qgjsy85XwDv21rgdkPIQvCrLeq98jUf5HKvXoFGGYbXDtiUKydn+Rpwee6pY"
    "QxMYT2AiVdCq7B1OIoQjkJxkxm36mTy6VddU9TNXbiyPZBVx3tl9kNXUj0dDVlOn3sCl5l"
    "WXmtgGIbw6+KEMAr8x8EhA53fIYVKRZQhojFHCkBptAz/KhNS8qlXyQOXcVxT54TUoZZWI"
    "sG2JqA+p40PFLjcgYxxLwzNYEEDRVKcZXVIId1jyY9KV/8tnscyRoTQ2KAa9tE2HksGzYS"
    "3ooKFiNWDGgyCNlJ2ytzv3mCpaPfBUyv7IMsxZ3wNLDFRQh5ANG5CVCPdacvtJVaF2zR+3"
    "lrU8Bw+LdhDaQWgHVYnugDeyipMyEKihm3InW4Cjvr3JENZJvy7lFkAFGxVsVLBLKtj//l"
    "+wYF0C"
)
