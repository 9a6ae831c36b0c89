-- What people did at the desk, one line after the other. Each line's hash covers the line before, so that no line can be
-- changed, taken out or put in without every later hash being wrong.
CREATE TABLE trail (
    number BIGINT           PRIMARY KEY,
    body   VARCHAR(1000000) NOT NULL,
    hash   CHAR(64)         NOT NULL
);

-- Who may enter. The trail says who was let in and shut out, and when; here is only what must not be printed.
CREATE TABLE account (
    name     VARCHAR(40)  PRIMARY KEY,
    person   VARCHAR(200) NOT NULL,
    role     VARCHAR(20)  NOT NULL,
    password VARCHAR(300) NOT NULL,
    open     BOOLEAN      NOT NULL
);
