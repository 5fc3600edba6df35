-- What was given up is forgotten as what was sent is: mails hold names and addresses. What was never sent counts from its
-- beginning.
DROP INDEX outbox_sent;
CREATE INDEX outbox_ended ON outbox (coalesce(sent_at, created_at)) WHERE next_at IS NULL;
