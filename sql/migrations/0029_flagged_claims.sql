-- Few claims bear a flag: those are found without a look at the others.

CREATE INDEX claims_by_flag ON claims USING gin (flags) WHERE flags <> '{}';
