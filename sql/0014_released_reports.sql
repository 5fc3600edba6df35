-- How many of a report's attempts ended because the server was told to stop: they are no fault of the report, and do not bring
-- it nearer to being given up.
ALTER TABLE reports ADD COLUMN released INTEGER NOT NULL DEFAULT 0;
