-- The memory of one meeting. Rows are added and never changed or removed: what was seen once stays provable.
-- No times of ballots are kept: the order in which papers came out of the box must not be told from here.

-- One random number for the life of the ledger. Ballot ids are made from it, so that they say nothing to others.
CREATE TABLE secret (
    only_row BOOLEAN DEFAULT TRUE PRIMARY KEY CHECK (only_row),
    bytes    VARBINARY(32) NOT NULL
);

-- What stood in scans/ whenever somebody looked. The last row of a scan is what it is now; without a file it is
-- gone.
CREATE TABLE arrival (
    seq  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scan VARCHAR(4096) NOT NULL,
    file VARCHAR(1000000)
);
CREATE INDEX arrival_scan ON arrival (scan, seq);

-- What was read on each page, by content: a file that is moved, copied or sent again is not read again. A page that is
-- read against another form is another reading.
CREATE TABLE reading (
    file_sha256 CHAR(64)         NOT NULL,
    page        INTEGER          NOT NULL,
    basis       CHAR(64)         NOT NULL,
    page_sha256 CHAR(64)         NOT NULL,
    outcome     VARCHAR(1000000) NOT NULL,
    trace       VARBINARY(1000000),
    PRIMARY KEY (file_sha256, page, basis)
);

-- What the rules made of each ballot. A count that comes to another ruling adds a row; the last one holds.
CREATE TABLE ruling (
    seq    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ballot CHAR(12)         NOT NULL,
    ruling VARCHAR(1000000) NOT NULL
);
CREATE INDEX ruling_ballot ON ruling (ballot, seq);
