-- Which thread is an idea, of which product, and how many voted for it.
CREATE VIEW feedback.idea AS
SELECT i."id", i."threadId", i."productId", i."voteCount" FROM "Idea" i;
