-- Who voted for which idea.
CREATE VIEW feedback.idea_vote AS
SELECT v."ideaId", v."memberId" FROM "IdeaVote" v;
