-- Kinds of notices have one spelling, noun.pastTense, in what was written before too. The key of a mail ends with its kind.
WITH renamed(old, new) AS (
  VALUES
    ('welcome', 'member.joined'),
    ('warned', 'member.warned'),
    ('suspensionLifted', 'member.suspensionLifted'),
    ('suspendedUntil', 'member.suspended'),
    ('suspendedOpen', 'member.suspended'),
    ('passwordChanged', 'password.changed'),
    ('confirmEmail', 'signUp.requested'),
    ('alreadyMember', 'account.found'),
    ('noAccount', 'account.notFound'),
    ('claimMember', 'account.claimed'),
    ('newEmail', 'email.changeRequested'),
    ('emailMoved', 'email.changed'),
    ('resetPassword', 'password.resetRequested'),
    ('mentioned', 'member.mentioned'),
    ('postReplied', 'post.replied'),
    ('threadReplied', 'thread.replied'),
    ('postHidden', 'post.hidden'),
    ('postRestored', 'post.restored'),
    ('postEdited', 'post.edited'),
    ('answerAccepted', 'answer.accepted'),
    ('ideaAccepted', 'idea.accepted'),
    ('ideaPlanned', 'idea.planned'),
    ('ideaStarted', 'idea.started'),
    ('ideaDeclined', 'idea.declined'),
    ('ideaReopened', 'idea.reopened'),
    ('ideaMerged', 'idea.merged'),
    ('ideaMergedInside', 'idea.mergedPrivately'),
    ('ideaJoined', 'idea.joined'),
    ('ideaMade', 'idea.made'),
    ('releaseCredited', 'release.credited'),
    ('releaseShipped', 'release.shipped'),
    ('ownerHeard', 'owner.heard'),
    ('unitOffered', 'unit.offered'),
    ('fCodeIssued', 'fCode.issued'),
    ('dropOpensSoon', 'reservation.reminded'),
    ('waveWon', 'wave.won'),
    ('waveLost', 'wave.lost'),
    ('waveGiven', 'wave.given'),
    ('waveAdded', 'wave.added'),
    ('waveExtended', 'wave.extended'),
    ('dropCancelled', 'drop.cancelled'),
    ('dropCancelledPaid', 'drop.cancelledAfterPayment'),
    ('dropCancelledSent', 'drop.cancelledAfterShipping'),
    ('dropCancelledParcels', 'drop.parcelsOrphaned'),
    ('order.late-honoured', 'order.lateHonoured'),
    ('order.late-refunded', 'order.lateRefunded'),
    ('order.limit-address', 'order.addressLimited'),
    ('order.limit-payment', 'order.paymentLimited'),
    ('order.paid-twice', 'order.paidTwice')
), notifications AS (
  UPDATE "Notification" n SET "kind" = r.new FROM renamed r WHERE n."kind" = r.old
)
UPDATE "Mail" m
SET "kind" = r.new, "key" = CASE WHEN right(m."key", length(r.old) + 1) = ':' || r.old
  THEN left(m."key", -length(r.old)) || r.new ELSE m."key" END
FROM renamed r WHERE m."kind" = r.old;
