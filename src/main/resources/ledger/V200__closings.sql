-- Every time the count was closed or opened again; rows are added and never changed. The last row holds: while it closes,
-- the ledger takes nothing more. Each row is bound to the one before by its hash.
CREATE TABLE closing (
    seq     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    closes  BOOLEAN       NOT NULL,
    who     VARCHAR(400)  NOT NULL,
    reason  VARCHAR(4000) NOT NULL,
    on_day  DATE          NOT NULL,
    -- The version of the program that typed the papers, and the SHA-256 of the list that holds their sums.
    program VARCHAR(100)  NOT NULL,
    sums    VARCHAR(64)   NOT NULL,
    before  CHAR(64)      NOT NULL,
    hash    CHAR(64)      NOT NULL
);
