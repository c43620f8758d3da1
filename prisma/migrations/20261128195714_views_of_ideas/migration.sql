CREATE SCHEMA IF NOT EXISTS feedback;

-- Which thread is an idea, of which product, and how many voted for it.
CREATE VIEW feedback.idea AS
SELECT i."id", i."threadId", i."productId", i."voteCount" FROM "Idea" i;

-- Who voted for which idea.
CREATE VIEW feedback.idea_vote AS
SELECT v."ideaId", v."memberId" FROM "IdeaVote" v;
