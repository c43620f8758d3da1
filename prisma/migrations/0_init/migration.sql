-- CreateEnum
CREATE TYPE "RemotePictureState" AS ENUM ('PENDING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "ProductStatus" AS ENUM ('DRAFT', 'ACTIVE', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "ImageState" AS ENUM ('READY', 'PENDING', 'FAILED');

-- CreateEnum
CREATE TYPE "DropMode" AS ENUM ('FIRST_COME', 'DRAW');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('PUBLIC', 'RESERVED', 'FCODE', 'BETA', 'STAFF');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('HELD', 'PAID', 'RELEASED');

-- CreateEnum
CREATE TYPE "ReleaseCause" AS ENUM ('EXPIRED', 'CANCELLED', 'REFUNDED', 'LIMIT', 'GIVEN_BACK');

-- CreateEnum
CREATE TYPE "MovementKind" AS ENUM ('OFFERED', 'ADDED', 'CLAIMED', 'RELEASED', 'PAID', 'RETURNED', 'CARRIED_OUT', 'CARRIED_IN');

-- CreateEnum
CREATE TYPE "EntryState" AS ENUM ('WAITING', 'WON', 'LOST', 'SKIPPED');

-- CreateEnum
CREATE TYPE "FCodeSource" AS ENUM ('STAFF', 'IDEA', 'BETA', 'EVENT');

-- CreateEnum
CREATE TYPE "LimitKind" AS ENUM ('ADDRESS', 'PAYMENT');

-- CreateEnum
CREATE TYPE "IdeaKind" AS ENUM ('IDEA', 'REPORT');

-- CreateEnum
CREATE TYPE "IdeaStage" AS ENUM ('NEW', 'ACCEPTED', 'PLANNED', 'STARTED', 'SHIPPED', 'DECLINED', 'MERGED');

-- CreateEnum
CREATE TYPE "ReleaseKind" AS ENUM ('HARDWARE', 'FIRMWARE', 'APP');

-- CreateEnum
CREATE TYPE "CreditReason" AS ENUM ('IDEA', 'REPORT');

-- CreateEnum
CREATE TYPE "VoiceStage" AS ENUM ('NEW', 'NOTED', 'LINKED');

-- CreateEnum
CREATE TYPE "BoardVisibility" AS ENUM ('PUBLIC', 'MEMBERS', 'OWNERS', 'STAFF');

-- CreateEnum
CREATE TYPE "ThreadKind" AS ENUM ('DISCUSSION', 'QUESTION', 'IDEA', 'REVIEW');

-- CreateEnum
CREATE TYPE "ThreadStateKind" AS ENUM ('PINNED', 'CLOSED', 'ACCEPTED_ANSWER');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('MODERATOR', 'PRODUCT_OWNER', 'OPERATIONS', 'SUPPORT', 'ADMIN');

-- CreateEnum
CREATE TYPE "CodePurpose" AS ENUM ('SIGN_UP', 'RESET_PASSWORD', 'CHANGE_EMAIL');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('SPAM', 'ABUSE', 'OFF_TOPIC', 'PRIVACY', 'OTHER');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('HIDDEN', 'WARNED', 'SUSPENDED', 'NOTHING_WRONG');

-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('PENDING', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "OrderStepKind" AS ENUM ('PLACED', 'PAYMENT_STARTED', 'PAYMENT_FAILED', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUND_STARTED', 'REFUNDED', 'LATE_PAYMENT', 'PAID_TWICE', 'ADDRESS_CHANGED', 'PAYMENT_REVIEW');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('STARTING', 'OPEN', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'REVIEW');

-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('PENDING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('OPEN', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "OrderAlertKind" AS ENUM ('PAYMENT_MISMATCH', 'REFUND_REFUSED', 'DISPUTE');

-- CreateEnum
CREATE TYPE "DemoSessionState" AS ENUM ('OPEN', 'PAID', 'EXPIRED');

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "eventId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("eventId","name")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "actorId" UUID,
    "act" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',
    "requestId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateBucket" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateBucket_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "File" (
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "uploaderId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "RemotePicture" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "state" "RemotePictureState" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "path" TEXT,
    "fileId" TEXT,

    CONSTRAINT "RemotePicture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemotePictureUse" (
    "id" UUID NOT NULL,
    "pictureId" UUID NOT NULL,
    "postId" UUID,
    "productId" UUID,

    CONSTRAINT "RemotePictureUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL DEFAULT '',
    "tagline" TEXT NOT NULL DEFAULT '',
    "taglineZh" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL DEFAULT '',
    "htmlZh" TEXT NOT NULL DEFAULT '',
    "vendor" TEXT NOT NULL DEFAULT '',
    "type" TEXT NOT NULL DEFAULT '',
    "tags" TEXT[],
    "status" "ProductStatus" NOT NULL DEFAULT 'DRAFT',
    "optionNames" TEXT[],
    "metafields" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT,
    "sourceDigest" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Variant" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL DEFAULT '',
    "options" TEXT[],
    "sku" TEXT,
    "barcode" TEXT,
    "priceMinor" INTEGER NOT NULL,
    "compareAtMinor" INTEGER,
    "currency" TEXT NOT NULL,
    "grams" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductImage" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "variantId" UUID,
    "position" INTEGER NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "altZh" TEXT NOT NULL DEFAULT '',
    "path" TEXT,
    "fileId" TEXT,
    "remoteUrl" TEXT,
    "state" "ImageState" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ProductImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drop" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "productId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "summaryZh" TEXT NOT NULL DEFAULT '',
    "mode" "DropMode" NOT NULL DEFAULT 'FIRST_COME',
    "fairSeconds" INTEGER NOT NULL DEFAULT 0,
    "needsReservation" BOOLEAN NOT NULL DEFAULT false,
    "minTrust" INTEGER NOT NULL DEFAULT 0,
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "proofOfWork" BOOLEAN NOT NULL DEFAULT false,
    "holdSeconds" INTEGER NOT NULL DEFAULT 900,
    "offerSeconds" INTEGER NOT NULL DEFAULT 3600,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "announcedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,

    CONSTRAINT "Drop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wave" (
    "id" UUID NOT NULL,
    "dropId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "seed" TEXT,
    "seedHash" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allotment" (
    "id" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'PUBLIC',
    "units" INTEGER NOT NULL,
    "remaining" INTEGER NOT NULL,
    "toGive" INTEGER,
    "ledgerSeq" INTEGER NOT NULL DEFAULT 0,
    "ledgerHash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Allotment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reservation" (
    "dropId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "country" TEXT,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reservation_pkey" PRIMARY KEY ("dropId","memberId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dropId" UUID NOT NULL,
    "allotmentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "emailKey" TEXT,
    "offered" BOOLEAN NOT NULL DEFAULT false,
    "state" "ClaimState" NOT NULL DEFAULT 'HELD',
    "heldUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedWhy" "ReleaseCause",

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitMovement" (
    "allotmentId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "claimId" UUID,
    "kind" "MovementKind" NOT NULL,
    "delta" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "UnitMovement_pkey" PRIMARY KEY ("allotmentId","seq")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dropId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "allotmentId" UUID NOT NULL,
    "emailKey" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "EntryState" NOT NULL DEFAULT 'WAITING',
    "rank" INTEGER,
    "claimId" UUID,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitlistPlace" (
    "id" BIGSERIAL NOT NULL,
    "dropId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "emailKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "claimId" UUID,

    CONSTRAINT "WaitlistPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FCode" (
    "id" UUID NOT NULL,
    "dropId" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "source" "FCodeSource" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "boundToId" UUID,
    "issuedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "redeemedAt" TIMESTAMPTZ(3),
    "redeemedById" UUID,
    "claimId" UUID,

    CONSTRAINT "FCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DropRefusal" (
    "dropId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DropRefusal_pkey" PRIMARY KEY ("dropId","reason")
);

-- CreateTable
CREATE TABLE "LimitMark" (
    "dropId" UUID NOT NULL,
    "kind" "LimitKind" NOT NULL,
    "digest" TEXT NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "LimitMark_pkey" PRIMARY KEY ("dropId","kind","digest")
);

-- CreateTable
CREATE TABLE "ChannelMember" (
    "dropId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelMember_pkey" PRIMARY KEY ("dropId","memberId","channel")
);

-- CreateTable
CREATE TABLE "Idea" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "kind" "IdeaKind" NOT NULL DEFAULT 'IDEA',
    "stage" "IdeaStage" NOT NULL DEFAULT 'NEW',
    "stageAt" TIMESTAMPTZ(3) NOT NULL,
    "voteCount" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" UUID,
    "releaseId" UUID,
    "originPostId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Idea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaVote" (
    "ideaId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdeaVote_pkey" PRIMARY KEY ("ideaId","memberId")
);

-- CreateTable
CREATE TABLE "IdeaStep" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "from" "IdeaStage",
    "to" "IdeaStage" NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdeaStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "productId" UUID NOT NULL,
    "kind" "ReleaseKind" NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL DEFAULT '',
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "markdownZh" TEXT NOT NULL DEFAULT '',
    "htmlZh" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseCredit" (
    "releaseId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "reason" "CreditReason" NOT NULL,

    CONSTRAINT "ReleaseCredit_pkey" PRIMARY KEY ("releaseId","ideaId","memberId")
);

-- CreateTable
CREATE TABLE "OwnerQuestion" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "textZh" TEXT NOT NULL DEFAULT '',
    "afterDays" INTEGER NOT NULL DEFAULT 7,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnerQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnerPrompt" (
    "id" UUID NOT NULL,
    "ownershipId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnerPrompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnerVoice" (
    "id" UUID NOT NULL,
    "promptId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "rating" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "stage" "VoiceStage" NOT NULL DEFAULT 'NEW',
    "ideaId" UUID,
    "triagedById" UUID,
    "triagedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnerVoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Board" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "descriptionZh" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "visibility" "BoardVisibility" NOT NULL DEFAULT 'PUBLIC',
    "postTrust" INTEGER NOT NULL DEFAULT 0,
    "threadCount" INTEGER NOT NULL DEFAULT 0,
    "productId" UUID,
    "source" TEXT,
    "sourceId" TEXT,
    "imported" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "boardId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" "ThreadKind" NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'en',
    "postCount" INTEGER NOT NULL DEFAULT 1,
    "shown" BOOLEAN NOT NULL DEFAULT true,
    "hiddenCount" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT,
    "sourceId" TEXT,
    "imported" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastPostAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadState" (
    "threadId" UUID NOT NULL,
    "kind" "ThreadStateKind" NOT NULL,
    "postId" UUID,
    "byId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadState_pkey" PRIMARY KEY ("threadId","kind")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "parentId" UUID,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "branch" INTEGER NOT NULL DEFAULT 0,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "voteCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "source" TEXT,
    "sourceId" TEXT,
    "imported" JSONB,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostRevision" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "editorId" UUID NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostVote" (
    "postId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostVote_pkey" PRIMARY KEY ("postId","memberId")
);

-- CreateTable
CREATE TABLE "Mention" (
    "postId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("postId","memberId")
);

-- CreateTable
CREATE TABLE "ThreadRead" (
    "memberId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadRead_pkey" PRIMARY KEY ("memberId","threadId")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "trust" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "bio" TEXT NOT NULL DEFAULT '',
    "avatar" TEXT,
    "source" TEXT,
    "sourceId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberRole" (
    "memberId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "grantedById" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "MemberRole_pkey" PRIMARY KEY ("memberId","role")
);

-- CreateTable
CREATE TABLE "Suspension" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" UUID,
    "liftReason" TEXT,

    CONSTRAINT "Suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Warning" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EndedSession" (
    "id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailCode" (
    "id" UUID NOT NULL,
    "purpose" "CodePurpose" NOT NULL,
    "email" TEXT NOT NULL,
    "memberId" UUID,
    "handle" TEXT,
    "name" TEXT,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrustGrant" (
    "memberId" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrustGrant_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "SignInAccount" (
    "provider" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAccount_pkey" PRIMARY KEY ("provider","providerId")
);

-- CreateTable
CREATE TABLE "Hiding" (
    "postId" UUID NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Hiding_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "outcome" "ReportOutcome",

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "eventId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "memberId" UUID,
    "to" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "dropId" UUID NOT NULL,
    "state" "OrderState" NOT NULL DEFAULT 'PENDING',
    "currency" TEXT NOT NULL,
    "subtotalMinor" INTEGER NOT NULL,
    "shippingMinor" INTEGER NOT NULL,
    "taxMinor" INTEGER NOT NULL,
    "totalMinor" INTEGER NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "shipName" TEXT NOT NULL,
    "shipLine1" TEXT NOT NULL,
    "shipLine2" TEXT NOT NULL DEFAULT '',
    "shipCity" TEXT NOT NULL,
    "shipRegion" TEXT NOT NULL DEFAULT '',
    "shipPostcode" TEXT NOT NULL,
    "shipCountry" TEXT NOT NULL,
    "shipPhone" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "priceMinor" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderStep" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "kind" "OrderStepKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "sessionId" TEXT,
    "paymentRef" TEXT,
    "url" TEXT,
    "amountMinor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'STARTING',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "surplusAt" TIMESTAMPTZ(3),
    "cameMinor" INTEGER,
    "cameCurrency" TEXT,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentNotice" (
    "provider" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "sessionId" TEXT,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "PaymentNotice_pkey" PRIMARY KEY ("provider","eventId")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'PENDING',
    "providerRef" TEXT,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "paymentId" UUID NOT NULL,
    "state" "DisputeState" NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("provider","ref")
);

-- CreateTable
CREATE TABLE "OrderAlert" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "kind" "OrderAlertKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "OrderAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shipment" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking" TEXT NOT NULL,
    "shippedAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ownership" (
    "id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ownership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemoSession" (
    "id" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "reference" TEXT NOT NULL,
    "successUrl" TEXT NOT NULL,
    "cancelUrl" TEXT NOT NULL,
    "state" "DemoSessionState" NOT NULL DEFAULT 'OPEN',
    "paymentRef" TEXT,
    "fingerprint" TEXT,
    "refundedMinor" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DemoSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemoRefund" (
    "id" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "paymentRef" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DemoRefund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Event_name_at_idx" ON "Event"("name", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_idx" ON "AuditEntry"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "RateBucket_resetsAt_idx" ON "RateBucket"("resetsAt");

-- CreateIndex
CREATE INDEX "File_uploaderId_idx" ON "File"("uploaderId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePicture_url_key" ON "RemotePicture"("url");

-- CreateIndex
CREATE INDEX "RemotePicture_fileId_idx" ON "RemotePicture"("fileId");

-- CreateIndex
CREATE INDEX "RemotePictureUse_postId_idx" ON "RemotePictureUse"("postId");

-- CreateIndex
CREATE INDEX "RemotePictureUse_productId_idx" ON "RemotePictureUse"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePictureUse_pictureId_postId_key" ON "RemotePictureUse"("pictureId", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePictureUse_pictureId_productId_key" ON "RemotePictureUse"("pictureId", "productId");

-- CreateIndex
CREATE UNIQUE INDEX "Product_handle_key" ON "Product"("handle");

-- CreateIndex
CREATE INDEX "Product_status_createdAt_id_idx" ON "Product"("status", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Variant_sku_idx" ON "Variant"("sku");

-- CreateIndex
CREATE UNIQUE INDEX "Variant_productId_position_key" ON "Variant"("productId", "position");

-- CreateIndex
CREATE INDEX "ProductImage_state_idx" ON "ProductImage"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ProductImage_productId_position_key" ON "ProductImage"("productId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Drop_slug_key" ON "Drop"("slug");

-- CreateIndex
CREATE INDEX "Drop_announcedAt_idx" ON "Drop"("announcedAt");

-- CreateIndex
CREATE INDEX "Drop_productId_idx" ON "Drop"("productId");

-- CreateIndex
CREATE INDEX "Wave_opensAt_idx" ON "Wave"("opensAt");

-- CreateIndex
CREATE UNIQUE INDEX "Wave_dropId_number_key" ON "Wave"("dropId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Allotment_waveId_variantId_channel_key" ON "Allotment"("waveId", "variantId", "channel");

-- CreateIndex
CREATE INDEX "Reservation_memberId_idx" ON "Reservation"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_claimId_key" ON "Entry"("claimId");

-- CreateIndex
CREATE INDEX "Entry_waveId_rank_idx" ON "Entry"("waveId", "rank");

-- CreateIndex
CREATE INDEX "Entry_memberId_idx" ON "Entry"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_waveId_memberId_key" ON "Entry"("waveId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "WaitlistPlace_claimId_key" ON "WaitlistPlace"("claimId");

-- CreateIndex
CREATE INDEX "WaitlistPlace_dropId_variantId_id_idx" ON "WaitlistPlace"("dropId", "variantId", "id");

-- CreateIndex
CREATE INDEX "WaitlistPlace_memberId_idx" ON "WaitlistPlace"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "FCode_digest_key" ON "FCode"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "FCode_claimId_key" ON "FCode"("claimId");

-- CreateIndex
CREATE INDEX "FCode_dropId_createdAt_idx" ON "FCode"("dropId", "createdAt");

-- CreateIndex
CREATE INDEX "FCode_boundToId_idx" ON "FCode"("boundToId");

-- CreateIndex
CREATE INDEX "LimitMark_claimId_idx" ON "LimitMark"("claimId");

-- CreateIndex
CREATE INDEX "ChannelMember_memberId_idx" ON "ChannelMember"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Idea_threadId_key" ON "Idea"("threadId");

-- CreateIndex
CREATE INDEX "Idea_productId_stage_voteCount_id_idx" ON "Idea"("productId", "stage", "voteCount" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_stage_voteCount_id_idx" ON "Idea"("stage", "voteCount" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_productId_stage_createdAt_id_idx" ON "Idea"("productId", "stage", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_stage_createdAt_id_idx" ON "Idea"("stage", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_productId_stage_stageAt_id_idx" ON "Idea"("productId", "stage", "stageAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_stage_stageAt_id_idx" ON "Idea"("stage", "stageAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_createdAt_id_idx" ON "Idea"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Idea_mergedIntoId_idx" ON "Idea"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Idea_releaseId_idx" ON "Idea"("releaseId");

-- CreateIndex
CREATE INDEX "Idea_originPostId_idx" ON "Idea"("originPostId");

-- CreateIndex
CREATE INDEX "IdeaVote_memberId_idx" ON "IdeaVote"("memberId");

-- CreateIndex
CREATE INDEX "IdeaStep_ideaId_at_idx" ON "IdeaStep"("ideaId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Release_slug_key" ON "Release"("slug");

-- CreateIndex
CREATE INDEX "Release_publishedAt_id_idx" ON "Release"("publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Release_productId_publishedAt_id_idx" ON "Release"("productId", "publishedAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Release_productId_version_key" ON "Release"("productId", "version");

-- CreateIndex
CREATE INDEX "ReleaseCredit_memberId_idx" ON "ReleaseCredit"("memberId");

-- CreateIndex
CREATE INDEX "OwnerQuestion_productId_idx" ON "OwnerQuestion"("productId");

-- CreateIndex
CREATE INDEX "OwnerPrompt_askedAt_dueAt_idx" ON "OwnerPrompt"("askedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "OwnerPrompt_ownershipId_questionId_key" ON "OwnerPrompt"("ownershipId", "questionId");

-- CreateIndex
CREATE UNIQUE INDEX "OwnerVoice_promptId_key" ON "OwnerVoice"("promptId");

-- CreateIndex
CREATE INDEX "OwnerVoice_productId_stage_createdAt_idx" ON "OwnerVoice"("productId", "stage", "createdAt");

-- CreateIndex
CREATE INDEX "OwnerVoice_stage_createdAt_idx" ON "OwnerVoice"("stage", "createdAt");

-- CreateIndex
CREATE INDEX "OwnerVoice_ideaId_idx" ON "OwnerVoice"("ideaId");

-- CreateIndex
CREATE UNIQUE INDEX "Board_slug_key" ON "Board"("slug");

-- CreateIndex
CREATE INDEX "Board_productId_idx" ON "Board"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "Board_source_sourceId_key" ON "Board"("source", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_number_key" ON "Thread"("number");

-- CreateIndex
CREATE INDEX "Thread_boardId_shown_lastPostAt_id_idx" ON "Thread"("boardId", "shown", "lastPostAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Thread_boardId_shown_createdAt_idx" ON "Thread"("boardId", "shown", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Thread_shown_lastPostAt_id_idx" ON "Thread"("shown", "lastPostAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Thread_authorId_createdAt_idx" ON "Thread"("authorId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_source_sourceId_key" ON "Thread"("source", "sourceId");

-- CreateIndex
CREATE INDEX "ThreadState_kind_at_idx" ON "ThreadState"("kind", "at" DESC);

-- CreateIndex
CREATE INDEX "Post_threadId_branch_number_idx" ON "Post"("threadId", "branch", "number");

-- CreateIndex
CREATE INDEX "Post_authorId_createdAt_idx" ON "Post"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Post_threadId_number_key" ON "Post"("threadId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Post_source_sourceId_key" ON "Post"("source", "sourceId");

-- CreateIndex
CREATE INDEX "PostRevision_postId_at_idx" ON "PostRevision"("postId", "at");

-- CreateIndex
CREATE INDEX "PostVote_memberId_idx" ON "PostVote"("memberId");

-- CreateIndex
CREATE INDEX "Mention_memberId_idx" ON "Mention"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_handle_key" ON "Member"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE INDEX "Member_createdAt_id_idx" ON "Member"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Member_lastSeenAt_idx" ON "Member"("lastSeenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Member_source_sourceId_key" ON "Member"("source", "sourceId");

-- CreateIndex
CREATE INDEX "Suspension_memberId_at_idx" ON "Suspension"("memberId", "at");

-- CreateIndex
CREATE INDEX "Warning_memberId_at_idx" ON "Warning"("memberId", "at");

-- CreateIndex
CREATE INDEX "EndedSession_until_idx" ON "EndedSession"("until");

-- CreateIndex
CREATE INDEX "EmailCode_memberId_idx" ON "EmailCode"("memberId");

-- CreateIndex
CREATE INDEX "EmailCode_expiresAt_idx" ON "EmailCode"("expiresAt");

-- CreateIndex
CREATE INDEX "SignInAccount_memberId_idx" ON "SignInAccount"("memberId");

-- CreateIndex
CREATE INDEX "Hiding_at_idx" ON "Hiding"("at" DESC);

-- CreateIndex
CREATE INDEX "Report_resolvedAt_createdAt_idx" ON "Report"("resolvedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_postId_reporterId_key" ON "Report"("postId", "reporterId");

-- CreateIndex
CREATE INDEX "Notification_memberId_createdAt_id_idx" ON "Notification"("memberId", "createdAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_memberId_eventId_kind_key" ON "Notification"("memberId", "eventId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_sentAt_createdAt_idx" ON "Mail"("sentAt", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_to_createdAt_idx" ON "Mail"("to", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE INDEX "Order_memberId_createdAt_idx" ON "Order"("memberId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Order_state_createdAt_id_idx" ON "Order"("state", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_createdAt_id_idx" ON "Order"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_claimId_idx" ON "Order"("claimId");

-- CreateIndex
CREATE INDEX "Order_dropId_idx" ON "Order"("dropId");

-- CreateIndex
CREATE INDEX "OrderLine_orderId_idx" ON "OrderLine"("orderId");

-- CreateIndex
CREATE INDEX "OrderStep_orderId_at_idx" ON "OrderStep"("orderId", "at");

-- CreateIndex
CREATE INDEX "Payment_orderId_idx" ON "Payment"("orderId");

-- CreateIndex
CREATE INDEX "Payment_state_createdAt_idx" ON "Payment"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_provider_sessionId_key" ON "Payment"("provider", "sessionId");

-- CreateIndex
CREATE INDEX "PaymentNotice_settledAt_receivedAt_idx" ON "PaymentNotice"("settledAt", "receivedAt");

-- CreateIndex
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");

-- CreateIndex
CREATE INDEX "Refund_state_createdAt_idx" ON "Refund"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Dispute_paymentId_idx" ON "Dispute"("paymentId");

-- CreateIndex
CREATE INDEX "OrderAlert_orderId_idx" ON "OrderAlert"("orderId");

-- CreateIndex
CREATE INDEX "OrderAlert_paymentId_idx" ON "OrderAlert"("paymentId");

-- CreateIndex
CREATE INDEX "OrderAlert_closedAt_at_idx" ON "OrderAlert"("closedAt", "at");

-- CreateIndex
CREATE INDEX "Shipment_orderId_idx" ON "Shipment"("orderId");

-- CreateIndex
CREATE INDEX "Shipment_deliveredAt_shippedAt_idx" ON "Shipment"("deliveredAt", "shippedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Ownership_serial_key" ON "Ownership"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "Ownership_orderId_key" ON "Ownership"("orderId");

-- CreateIndex
CREATE INDEX "Ownership_memberId_productId_idx" ON "Ownership"("memberId", "productId");

-- CreateIndex
CREATE INDEX "Ownership_productId_idx" ON "Ownership"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "DemoSession_idempotencyKey_key" ON "DemoSession"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "DemoSession_paymentRef_key" ON "DemoSession"("paymentRef");

-- CreateIndex
CREATE INDEX "DemoSession_state_expiresAt_idx" ON "DemoSession"("state", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "DemoRefund_idempotencyKey_key" ON "DemoRefund"("idempotencyKey");

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePicture" ADD CONSTRAINT "RemotePicture_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "RemotePicture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drop" ADD CONSTRAINT "Drop_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drop" ADD CONSTRAINT "Drop_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitMovement" ADD CONSTRAINT "UnitMovement_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_boundToId_fkey" FOREIGN KEY ("boundToId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_redeemedById_fkey" FOREIGN KEY ("redeemedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DropRefusal" ADD CONSTRAINT "DropRefusal_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitMark" ADD CONSTRAINT "LimitMark_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitMark" ADD CONSTRAINT "LimitMark_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelMember" ADD CONSTRAINT "ChannelMember_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelMember" ADD CONSTRAINT "ChannelMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_originPostId_fkey" FOREIGN KEY ("originPostId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVote" ADD CONSTRAINT "IdeaVote_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVote" ADD CONSTRAINT "IdeaVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaStep" ADD CONSTRAINT "IdeaStep_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaStep" ADD CONSTRAINT "IdeaStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseCredit" ADD CONSTRAINT "ReleaseCredit_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseCredit" ADD CONSTRAINT "ReleaseCredit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseCredit" ADD CONSTRAINT "ReleaseCredit_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerQuestion" ADD CONSTRAINT "OwnerQuestion_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerPrompt" ADD CONSTRAINT "OwnerPrompt_ownershipId_fkey" FOREIGN KEY ("ownershipId") REFERENCES "Ownership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerPrompt" ADD CONSTRAINT "OwnerPrompt_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "OwnerQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "OwnerPrompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_triagedById_fkey" FOREIGN KEY ("triagedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Board" ADD CONSTRAINT "Board_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadState" ADD CONSTRAINT "ThreadState_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadState" ADD CONSTRAINT "ThreadState_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadState" ADD CONSTRAINT "ThreadState_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRevision" ADD CONSTRAINT "PostRevision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRevision" ADD CONSTRAINT "PostRevision_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostVote" ADD CONSTRAINT "PostVote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostVote" ADD CONSTRAINT "PostVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberRole" ADD CONSTRAINT "MemberRole_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberRole" ADD CONSTRAINT "MemberRole_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suspension" ADD CONSTRAINT "Suspension_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suspension" ADD CONSTRAINT "Suspension_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailCode" ADD CONSTRAINT "EmailCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrustGrant" ADD CONSTRAINT "TrustGrant_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrustGrant" ADD CONSTRAINT "TrustGrant_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInAccount" ADD CONSTRAINT "SignInAccount_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hiding" ADD CONSTRAINT "Hiding_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hiding" ADD CONSTRAINT "Hiding_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderStep" ADD CONSTRAINT "OrderStep_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderStep" ADD CONSTRAINT "OrderStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderAlert" ADD CONSTRAINT "OrderAlert_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderAlert" ADD CONSTRAINT "OrderAlert_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderAlert" ADD CONSTRAINT "OrderAlert_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Writes an event in the caller's commit, with the job that runs its reactions where something follows it. The event's
-- id is the job's key: nothing is ever replaced by it, so the queue need not look whether something is.
CREATE OR REPLACE FUNCTION emit_event(p_id uuid, p_name text, p_payload jsonb, p_actor uuid, p_at timestamptz, p_followed boolean, p_attempts int, p_priority int)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Event" ("id", "name", "payload", "actorId", "at") VALUES (p_id, p_name, p_payload, p_actor, p_at);
  IF p_followed THEN
    PERFORM graphile_worker.add_job('react', json_build_object('eventId', p_id), max_attempts => p_attempts, priority => p_priority, job_key => p_id::text, job_key_mode => 'unsafe_dedupe');
  END IF;
END $$;

-- Stands on tables whose rows are only ever added.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE OR REPLACE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Writes one ledger row for each claim (a NULL among them stands for units that nobody holds), moves the stock by what
-- they add up to, and chains them: hash = SHA-256("before|seq|kind|delta|milliseconds|ref") in hex, where the first row
-- comes after the allotment's id. The stock row is locked from here on, so numbers have no holes and no twins.
-- All of a link that does not depend on the one before is computed in one statement beforehand.
CREATE OR REPLACE FUNCTION append_movements(p_allotment uuid, p_kind "MovementKind", p_delta int, p_claims uuid[], p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  seq int;
  digest text;
  links text[];
  digests text[] := '{}';
  tail text := '|' || p_kind || '|' || p_delta || '|' || (extract(epoch FROM date_trunc('milliseconds', p_at)) * 1000)::bigint || '|';
BEGIN
  IF cardinality(p_claims) = 0 THEN RETURN; END IF;
  SELECT a."ledgerSeq", CASE a."ledgerSeq" WHEN 0 THEN a."id"::text ELSE a."ledgerHash" END INTO STRICT seq, digest
    FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;
  SELECT array_agg('|' || (seq + c.place) || tail || ledger_ref(c.claim) ORDER BY c.place) INTO links FROM unnest(p_claims) WITH ORDINALITY AS c(claim, place);
  FOR place IN 1 .. cardinality(links) LOOP
    digest := encode(sha256((digest || links[place])::bytea), 'hex');
    digests[place] := digest;
  END LOOP;
  INSERT INTO "UnitMovement" ("allotmentId", "seq", "claimId", "kind", "delta", "at", "hash")
  SELECT p_allotment, seq + r.place, r.claim, p_kind, p_delta, date_trunc('milliseconds', p_at), r.digest
  FROM unnest(p_claims, digests) WITH ORDINALITY AS r(claim, digest, place);
  UPDATE "Allotment" a SET "ledgerSeq" = seq + cardinality(p_claims), "ledgerHash" = digest,
    "remaining" = a."remaining" + p_delta * cardinality(p_claims) WHERE a."id" = p_allotment;
END $$;

-- Ranks the entries of a wave and gives its units, once, when its time has come. The rank: those who arrived in time
-- before the late ones; of the former, priority first, then by SHA-256("seed:entry") in hex; the late by arrival.
-- Who holds or owns a unit of the drop already is passed over. Units set aside for a channel go to its own entrants
-- first; who is left competes for the public units of the same variant. Who comes away with nothing waits in the order
-- of the rank. What was there to give is written down beside, so that anyone can reckon it again. Answers how many won,
-- or NULL when nothing was due.
--
-- All stock rows of the drop are locked first, as every movement of a unit locks them: nobody claims or cancels until
-- this is done. What is read afterwards is what the last holder committed. Then the wave, for which entries wait.
--
-- Each entry that wins nothing is written once: everyone has lost until they win. Writing them twice took half of the
-- time for which a wave of fifty thousand entries is locked.
CREATE OR REPLACE FUNCTION decide_wave(p_wave uuid, p_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  terms record;
  stock record;
  until timestamptz;
BEGIN
  PERFORM 1 FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId"
    WHERE w."dropId" = (SELECT own."dropId" FROM "Wave" own WHERE own."id" = p_wave) ORDER BY a."id" FOR NO KEY UPDATE OF a;
  PERFORM 1 FROM "Wave" w WHERE w."id" = p_wave FOR UPDATE;
  SELECT w."seed", w."decidedAt", wave_due(w, d) AS due, d."id" AS drop_id, d."mode", d."cancelledAt", d."announcedAt", d."holdSeconds", d."offerSeconds"
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave;
  IF terms."decidedAt" IS NOT NULL THEN RETURN NULL; END IF;
  IF terms."seed" IS NULL OR terms."announcedAt" IS NULL OR terms."cancelledAt" IS NOT NULL OR terms.due IS NULL OR p_now < terms.due THEN RETURN NULL; END IF;

  UPDATE "Entry" e SET "rank" = ranked.rank, "state" = (CASE WHEN ranked.has THEN 'SKIPPED' ELSE 'LOST' END)::"EntryState" FROM (
    SELECT "id", row_number() OVER (ORDER BY "late", CASE WHEN "late" THEN 0 ELSE -"priority" END,
        CASE WHEN "late" THEN '' ELSE encode(sha256(convert_to(terms."seed" || ':' || "id"::text, 'UTF8')), 'hex') END COLLATE "C", "seq") AS rank,
      EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = terms.drop_id AND c."memberId" = each."memberId" AND c."state" <> 'RELEASED')
        OR EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = terms.drop_id AND c."emailKey" = each."emailKey" AND c."emailKey" IS NOT NULL AND c."state" <> 'RELEASED') AS has
    FROM "Entry" each WHERE "waveId" = p_wave
  ) ranked WHERE e."id" = ranked."id";
  UPDATE "Allotment" SET "toGive" = "remaining" WHERE "waveId" = p_wave;

  until := p_now + make_interval(secs => CASE terms."mode" WHEN 'DRAW' THEN terms."offerSeconds" ELSE terms."holdSeconds" END);
  FOR stock IN SELECT a."id", a."variantId", a."channel", a."remaining" FROM "Allotment" a WHERE a."waveId" = p_wave ORDER BY a."channel" = 'PUBLIC', a."id" LOOP
    PERFORM give_by_rank(stock."id", ARRAY(
      SELECT e."id" FROM "Entry" e JOIN "Allotment" asked ON asked."id" = e."allotmentId"
      WHERE e."waveId" = p_wave AND e."state" = 'LOST'
        AND (e."allotmentId" = stock."id" OR (stock."channel" = 'PUBLIC' AND asked."variantId" = stock."variantId"))
      ORDER BY e."rank" LIMIT stock."remaining"), until, p_now);
  END LOOP;

  INSERT INTO "WaitlistPlace" ("dropId", "variantId", "memberId", "emailKey", "createdAt")
  SELECT e."dropId", a."variantId", e."memberId", e."emailKey", p_now FROM "Entry" e JOIN "Allotment" a ON a."id" = e."allotmentId"
  WHERE e."waveId" = p_wave AND e."state" = 'LOST' ORDER BY e."rank" ON CONFLICT DO NOTHING;
  UPDATE "Reservation" r SET "priority" = r."priority" + 1 FROM "Entry" e
  WHERE e."waveId" = p_wave AND e."state" = 'LOST' AND r."dropId" = e."dropId" AND r."memberId" = e."memberId";
  UPDATE "Wave" SET "decidedAt" = p_now WHERE "id" = p_wave;
  PERFORM pg_notify('millet_live', terms.drop_id::text);
  RETURN (SELECT count(*)::int FROM "Entry" WHERE "waveId" = p_wave AND "state" = 'WON');
END $$;

-- Takes a batch of entries down for a wave whose units are given by rank: members, the allotments they ask for, their
-- e-mail limits. Waits for a decision that is under way (FOR SHARE), and says so when it has fallen.
CREATE OR REPLACE FUNCTION enter_wave(p_wave uuid, p_members uuid[], p_allotments uuid[], p_emails text[], p_now timestamptz)
RETURNS TABLE ("memberId" uuid, "outcome" text, "entryId" uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  terms record;
  shut text;
BEGIN
  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", (d."mode" = 'FIRST_COME' AND p_now >= w."opensAt" + make_interval(secs => d."fairSeconds")) AS late
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave FOR SHARE OF w;

  shut := CASE
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."decidedAt" IS NOT NULL THEN 'decided'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
  END;

  IF shut IS NULL THEN
    INSERT INTO "Entry" ("dropId", "waveId", "memberId", "allotmentId", "emailKey", "priority", "late", "at")
    SELECT terms.drop_id, p_wave, a.member, a.allotment, a.email, coalesce(r."priority", 0), terms.late, p_now
    FROM unnest(p_members, p_allotments, p_emails) WITH ORDINALITY AS a(member, allotment, email, place)
    LEFT JOIN LATERAL (SELECT r."priority" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) r ON true
    WHERE NOT terms."needsReservation" OR r."priority" IS NOT NULL
    ORDER BY a.place
    ON CONFLICT DO NOTHING;
    IF FOUND THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;
  END IF;

  RETURN QUERY
    SELECT m.member,
      CASE
        WHEN e."id" IS NOT NULL THEN 'entered'
        WHEN shut IS NOT NULL THEN shut
        WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
        ELSE 'email-used'
      END,
      e."id"
    FROM (SELECT DISTINCT unnest(p_members) AS member) m
    LEFT JOIN LATERAL (SELECT e."id" FROM "Entry" e WHERE e."waveId" = p_wave AND e."memberId" = m.member LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true;
END $$;

-- Gives one allotment's units to entries of its wave in the order of their rank.
CREATE OR REPLACE FUNCTION give_by_rank(p_allotment uuid, p_entries uuid[], p_until timestamptz, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  won uuid[];
BEGIN
  WITH chosen AS (
    SELECT e.* FROM unnest(p_entries) AS x(id) JOIN "Entry" e ON e."id" = x.id
    WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = e."dropId" AND c."state" <> 'RELEASED' AND (c."memberId" = e."memberId" OR c."emailKey" = e."emailKey"))
    ORDER BY e."rank" LIMIT (SELECT a."remaining" FROM "Allotment" a WHERE a."id" = p_allotment)
  ), given AS (
    INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
    SELECT "dropId", p_allotment, "memberId", "emailKey", p_until, p_now FROM chosen ORDER BY "rank"
    ON CONFLICT DO NOTHING RETURNING "id", "memberId"
  ), marked AS (
    UPDATE "Entry" e SET "state" = 'WON', "claimId" = given."id" FROM given, chosen
    WHERE chosen."memberId" = given."memberId" AND e."id" = chosen."id" RETURNING e."claimId", e."rank"
  )
  SELECT coalesce(array_agg(marked."claimId" ORDER BY marked."rank"), '{}') INTO won FROM marked;
  PERFORM append_movements(p_allotment, 'CLAIMED', -1, won, p_now);
END $$;

-- Keeps held units for good, once they are paid; false when one of them is no longer held, and then it is for the caller
-- to undo the others. The stock rows first and then the claims, as all that moves units.
--
-- One plan is kept: how many claims there are tells the planner nothing that would change its mind.
CREATE OR REPLACE FUNCTION keep_claims(p_claims uuid[], p_at timestamptz) RETURNS boolean LANGUAGE plpgsql
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  stock record;
  kept int;
BEGIN
  PERFORM 1 FROM "Allotment" a WHERE a."id" IN (SELECT c."allotmentId" FROM "Claim" c WHERE c."id" = ANY(p_claims)) ORDER BY a."id" FOR NO KEY UPDATE;
  UPDATE "Claim" SET "state" = 'PAID' WHERE "id" = ANY(p_claims) AND "state" = 'HELD';
  GET DIAGNOSTICS kept = ROW_COUNT;
  IF kept < cardinality(p_claims) THEN RETURN false; END IF;
  FOR stock IN
    SELECT c."allotmentId", c."dropId", array_agg(c."id") AS claims FROM "Claim" c WHERE c."id" = ANY(p_claims) GROUP BY c."allotmentId", c."dropId"
  LOOP
    PERFORM append_movements(stock."allotmentId", 'PAID', 0, stock.claims, p_at);
    PERFORM pg_notify('millet_live', stock."dropId"::text);
  END LOOP;
  RETURN true;
END $$;

-- Claims and ledger rows have no foreign key to their allotment (record 8): once it has a ledger an allotment stays,
-- and with it its wave and its drop.
CREATE OR REPLACE FUNCTION keep_with_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."ledgerSeq" > 0 THEN RAISE EXCEPTION 'units of this allotment have moved: it stays' USING ERRCODE = 'foreign_key_violation'; END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE TRIGGER "Allotment_keep_with_ledger" BEFORE DELETE ON "Allotment"
  FOR EACH ROW EXECUTE FUNCTION keep_with_ledger();

-- How a unit's holder is told in public: nobody can go back from it to the claim.
--
-- PostgreSQL writes a function into the statement that calls it only when nothing in it could change, and convert_to()
-- could, since it looks at the database's encoding; a uuid's letters are bytes by themselves.
CREATE OR REPLACE FUNCTION ledger_ref(p_claim uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(left(encode(sha256(p_claim::text::bytea), 'hex'), 16), '');

-- Offers up to p_units units that have come back to an allotment to those who wait for its variant, in their order;
-- answers the new claims. What was on offer to everybody before stays on offer to everybody.
--
-- Nothing is offered of the units held back for F-codes, of a drop that was called off, before a wave opens, before its
-- entries are ranked, or while it is paused. In a wave that is over, units wait for the next one, until no other comes.
CREATE OR REPLACE FUNCTION offer_waiting(p_allotment uuid, p_units int, p_now timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  terms record;
  place record;
  given uuid;
  left_over int;
BEGIN
  -- The lock has a statement of its own: whoever called the drop off or paused it while this one waited is seen by the next.
  SELECT least(a."remaining", p_units) INTO STRICT left_over FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;
  SELECT a."variantId", d."id" AS drop_id, d."offerSeconds",
      a."channel" = 'FCODE' OR d."cancelledAt" IS NOT NULL OR p_now < w."opensAt"
        OR ((d."mode" = 'DRAW' OR d."fairSeconds" > 0) AND w."decidedAt" IS NULL)
        OR (p_now < w."closesAt" AND w."pausedAt" IS NOT NULL)
        OR (p_now >= w."closesAt" AND EXISTS (SELECT 1 FROM "Wave" n WHERE n."dropId" = d."id" AND n."number" > w."number" AND n."closesAt" > p_now)) AS shut
    INTO STRICT terms FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" JOIN "Drop" d ON d."id" = w."dropId" WHERE a."id" = p_allotment;
  IF terms.shut THEN RETURN; END IF;

  WHILE left_over > 0 LOOP
    SELECT p."id", p."memberId", p."emailKey" INTO place FROM "WaitlistPlace" p
      WHERE p."dropId" = terms.drop_id AND p."variantId" = terms."variantId" AND p."endedAt" IS NULL ORDER BY p."id" LIMIT 1 FOR UPDATE;
    EXIT WHEN NOT FOUND;
    INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "offered", "heldUntil", "createdAt")
    VALUES (terms.drop_id, p_allotment, place."memberId", place."emailKey", true, p_now + make_interval(secs => terms."offerSeconds"), p_now)
    ON CONFLICT DO NOTHING RETURNING "id" INTO given;
    UPDATE "WaitlistPlace" SET "endedAt" = p_now, "claimId" = given WHERE "id" = place."id";
    CONTINUE WHEN given IS NULL;
    PERFORM append_movements(p_allotment, 'CLAIMED', -1, ARRAY[given], p_now);
    left_over := left_over - 1;
    RETURN NEXT given;
  END LOOP;
END $$;

-- Settles a batch of arrivals for the units of one allotment, in the order of the array; p_emails names each member's
-- e-mail limit, or NULL. Other processes are told at commit, unless the caller does that itself (p_note). Who gives the
-- claims their ids (p_ids) is answered by one row without a member when everyone in the batch got a unit.
--
-- The stock row is the lock: whoever holds it decides alone, in whatever process. Each statement below takes a
-- snapshot of its own (READ COMMITTED), so what is read after the lock is what the last holder committed. The lock
-- is FOR NO KEY UPDATE: foreign-key checks by payments that are being settled do not wait for it, nor it for them.
--
-- One plan is kept: how many claims a batch holds tells the planner nothing that would change its mind, and planning
-- each batch anew took as long as settling it. It is made while the tables may be empty: hence no sequential scans.
-- A note wakes every connection that listens, in each process: the gate tells the others itself, ten times a second at
-- most, which saves a tenth of the work of granting.
CREATE OR REPLACE FUNCTION settle_claims(p_allotment uuid, p_members uuid[], p_emails text[], p_now timestamptz, p_note boolean DEFAULT true, p_ids uuid[] DEFAULT NULL)
RETURNS TABLE ("memberId" uuid, "outcome" text, "claimId" uuid, "variantId" uuid, "heldUntil" timestamptz, "remaining" int)
LANGUAGE plpgsql
SET plan_cache_mode = 'force_generic_plan'
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  stock "Allotment";
  terms record;
  shut text;
  left_over int;
  wanted int;
  won uuid[];
  lucky uuid[];
  served uuid[];
  keys text[];
  held_until timestamptz;
  plain boolean := false;
  fresh uuid[] := '{}';
  holders uuid[] := '{}';
BEGIN
  SELECT * INTO stock FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;

  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", d."holdSeconds", (d."mode" = 'DRAW' OR d."fairSeconds" > 0) AS ranked
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = stock."waveId";

  shut := CASE
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
    WHEN terms.ranked AND terms."decidedAt" IS NULL AND stock."channel" <> 'FCODE' THEN 'undecided'
  END;
  left_over := stock."remaining";
  held_until := p_now + make_interval(secs => terms."holdSeconds");

  -- Nearly always whoever has no claim yet is let in, in order, and the unique keys tell when there was more to it. Members
  -- go in by id, so that two batches of one drop never wait for each other crosswise.
  IF shut IS NULL AND left_over > 0 AND NOT terms."needsReservation" THEN
    BEGIN
      SELECT coalesce(array_agg(c."memberId"), '{}') INTO served FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = ANY (p_members) AND c."state" <> 'RELEASED';
      fresh := coalesce(p_ids, ARRAY(SELECT gen_random_uuid() FROM unnest(p_members)));
      holders := p_members;
      keys := p_emails;
      IF cardinality(served) > 0 OR left_over < cardinality(p_members) THEN
        SELECT coalesce(array_agg(line.id ORDER BY line.place), '{}'), coalesce(array_agg(line.member ORDER BY line.place), '{}'), array_agg(line.email ORDER BY line.place)
          INTO fresh, holders, keys FROM (
            SELECT * FROM unnest(fresh, p_members, p_emails) WITH ORDINALITY AS a(id, member, email, place)
            WHERE a.member <> ALL (served) ORDER BY a.place LIMIT left_over
          ) line;
      END IF;
      INSERT INTO "Claim" ("id", "dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
      SELECT line.id, terms.drop_id, p_allotment, m."id", line.email, held_until, p_now
      FROM unnest(fresh, holders, keys) AS line(id, member, email) JOIN "Member" m ON m."id" = line.member ORDER BY line.member;
      GET DIAGNOSTICS wanted = ROW_COUNT;
      IF wanted < cardinality(holders) THEN RAISE EXCEPTION 'nobody there' USING ERRCODE = 'MLT02'; END IF;
      plain := true;
    EXCEPTION WHEN unique_violation OR SQLSTATE 'MLT02' THEN
      holders := '{}';
      fresh := '{}';
    END;
    PERFORM append_movements(p_allotment, 'CLAIMED', -1, fresh, p_now);
    left_over := left_over - cardinality(fresh);
  END IF;

  -- Otherwise with care. Looked up one by one (LATERAL … LIMIT 1): whatever the planner believes of a fresh table, it
  -- never reads all claims.
  -- A member who is claiming another variant at this moment is seen only by the unique index, and leaves a unit to
  -- the next in line: so look again until everyone who was let in has a claim.
  WHILE shut IS NULL AND left_over > 0 AND NOT plain LOOP
    WITH line AS (
      SELECT a.member, min(a.email) AS email, min(a.place) AS place FROM unnest(p_members, p_emails) WITH ORDINALITY AS a(member, email, place)
      JOIN "Member" m ON m."id" = a.member
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = a.member AND c."state" <> 'RELEASED' LIMIT 1) live ON true
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."emailKey" = a.email AND c."emailKey" IS NOT NULL AND c."state" <> 'RELEASED' LIMIT 1) twin ON true
      LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
        WHERE terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) asked ON true
      WHERE live."id" IS NULL AND twin."id" IS NULL AND (NOT terms."needsReservation" OR asked."memberId" IS NOT NULL)
      GROUP BY a.member ORDER BY 3 LIMIT left_over
    ), let_in AS (
      INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
      SELECT terms.drop_id, p_allotment, line.member, line.email, held_until, p_now
      FROM line ORDER BY line.member
      ON CONFLICT DO NOTHING
      RETURNING "Claim"."id", "Claim"."memberId"
    )
    SELECT (SELECT count(*) FROM line),
      coalesce(array_agg(let_in."id" ORDER BY line.place), '{}'), coalesce(array_agg(let_in."memberId" ORDER BY line.place), '{}')
      INTO wanted, won, lucky FROM let_in JOIN line ON line.member = let_in."memberId";

    PERFORM append_movements(p_allotment, 'CLAIMED', -1, won, p_now);
    left_over := left_over - cardinality(won);
    fresh := fresh || won;
    holders := holders || lucky;
    EXIT WHEN wanted = cardinality(won);
  END LOOP;

  IF p_note AND cardinality(fresh) > 0 THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;

  IF p_ids IS NOT NULL AND plain AND cardinality(fresh) = cardinality(p_members) THEN
    RETURN QUERY SELECT NULL::uuid, 'granted', NULL::uuid, stock."variantId", held_until, left_over;
    RETURN;
  END IF;

  RETURN QUERY
    SELECT g.member, 'granted', g.claim, stock."variantId", held_until, left_over
    FROM unnest(holders, fresh) AS g(member, claim);

  -- Of the others, only those who were not let in have to be looked for.
  IF cardinality(holders) < cardinality(p_members) THEN
    RETURN QUERY
      SELECT m.member,
        CASE
          WHEN c."state" = 'PAID' THEN 'owned'
          WHEN c."heldUntil" <= p_now THEN 'hold-ended'
          WHEN c."id" IS NOT NULL THEN 'existing'
          WHEN shut IS NOT NULL THEN shut
          WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
          WHEN twin."id" IS NOT NULL THEN 'email-used'
          ELSE 'sold-out'
        END,
        c."id", held."variantId", c."heldUntil", left_over
      FROM (SELECT a.member, min(a.email) AS email FROM unnest(p_members, p_emails) AS a(member, email)
        WHERE a.member NOT IN (SELECT unnest(holders)) GROUP BY a.member) m
      LEFT JOIN LATERAL (SELECT * FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = m.member AND c."state" <> 'RELEASED' LIMIT 1) c ON true
      LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
        WHERE c."id" IS NULL AND terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true
      LEFT JOIN LATERAL (SELECT x."id" FROM "Claim" x
        WHERE c."id" IS NULL AND x."dropId" = terms.drop_id AND x."emailKey" = m.email AND x."emailKey" IS NOT NULL AND x."state" <> 'RELEASED' LIMIT 1) twin ON true
      LEFT JOIN LATERAL (SELECT a."variantId" FROM "Allotment" a WHERE a."id" = c."allotmentId" LIMIT 1) held ON true;
  END IF;
END $$;

-- The ledger of units is append-only.
CREATE OR REPLACE TRIGGER "UnitMovement_append_only" BEFORE UPDATE OR DELETE ON "UnitMovement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- When a wave's units are given by rank; NULL where claims are taken as they come. A pause holds the giving off too,
-- until the wave is resumed or over.
CREATE OR REPLACE FUNCTION wave_due(w "Wave", d "Drop") RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT CASE
  WHEN d."mode" = 'FIRST_COME' AND d."fairSeconds" = 0 THEN NULL
  WHEN d."mode" = 'DRAW' OR w."pausedAt" IS NOT NULL THEN w."closesAt"
  ELSE w."opensAt" + make_interval(secs => d."fairSeconds")
END $$;

-- When the newest post of a thread that is not hidden was written; the opening post counts in any case.
CREATE OR REPLACE FUNCTION newest_post(thread uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(p."createdAt") FROM "Post" p
  WHERE p."threadId" = thread AND (p."number" = 1 OR NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id")) $$;

-- What is hidden no longer counts, whoever hides it: staff, the author, an import. The thread's row is locked first, as
-- a reply locks it, so that the newest post is looked for after the reply has stood there.
CREATE OR REPLACE FUNCTION settle_hiding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step constant int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
  thread uuid;
  place int;
BEGIN
  SELECT p."threadId", p."number" INTO thread, place FROM "Post" p WHERE p."id" = COALESCE(NEW."postId", OLD."postId");
  IF thread IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM "Thread" t WHERE t."id" = thread FOR NO KEY UPDATE;
  IF place = 1 THEN
    UPDATE "Thread" t SET "shown" = (step = -1) WHERE t."id" = thread;
    UPDATE "Board" b SET "threadCount" = b."threadCount" - step FROM "Thread" t WHERE t."id" = thread AND b."id" = t."boardId";
  ELSE
    UPDATE "Thread" t SET "hiddenCount" = t."hiddenCount" + step, "lastPostAt" = newest_post(t."id") WHERE t."id" = thread;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER settle_hiding AFTER INSERT OR DELETE ON "Hiding"
  FOR EACH ROW EXECUTE FUNCTION settle_hiding();

-- Claims have no foreign key to their member (record 46): members are never deleted, since what they bought and wrote
-- names them.
CREATE OR REPLACE FUNCTION keep_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'members are never deleted' USING ERRCODE = 'foreign_key_violation';
END $$;

CREATE OR REPLACE TRIGGER "Member_keep" BEFORE DELETE ON "Member" FOR EACH ROW EXECUTE FUNCTION keep_member();

-- Takes the money of the demo gateway's sessions and queues the webhooks that tell of it: there together or not at all.
-- p_wanted is a list of {id, paymentRef, fingerprint, late, bodies}; late takes it although the session is over. Answers
-- the sessions that it was taken of.
CREATE OR REPLACE FUNCTION pay_demo(p_wanted jsonb, p_attempts int, p_priority int, p_at timestamptz) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
  paid text[] := '{}';
  bodies text[] := '{}';
BEGIN
  FOR wanted IN SELECT w.* FROM jsonb_to_recordset(p_wanted) AS w(id text, "paymentRef" text, fingerprint text, late boolean, bodies text[]) ORDER BY w.id LOOP
    UPDATE "DemoSession" SET "state" = 'PAID', "paymentRef" = wanted."paymentRef", "fingerprint" = wanted.fingerprint
      WHERE "id" = wanted.id AND (CASE WHEN wanted.late THEN "state" <> 'PAID' ELSE "state" = 'OPEN' AND "expiresAt" > p_at END);
    CONTINUE WHEN NOT FOUND;
    paid := paid || wanted.id;
    bodies := bodies || wanted.bodies;
  END LOOP;
  IF cardinality(bodies) > 0 THEN
    PERFORM graphile_worker.add_jobs(ARRAY(
      SELECT ('tellStore', json_build_object('body', said.body), NULL, NULL, p_attempts, gen_random_uuid()::text, p_priority, NULL)::graphile_worker.job_spec
      FROM unnest(bodies) WITH ORDINALITY AS said(body, place) ORDER BY said.place));
  END IF;
  RETURN paid;
END $$;

-- Orders of held units that are wanted at one moment, each with its line, its first steps, its payment and its event;
-- p_orders is a list of {id, number, memberId, claimId, dropId, variantId, title, priceMinor, currency, subtotalMinor,
-- shippingMinor, taxMinor, totalMinor, locale, shipName … shipPhone, paymentId, provider, event, spent}, where spent is
-- {key, most, until} for a use that is counted with it. Whatever does not fit (no longer held, ordered
-- already, too many tries) is raised as MLT01, and leaves no trace of any: the caller then places each alone.
CREATE OR REPLACE FUNCTION place_orders(p_orders jsonb, p_followed boolean, p_attempts int, p_priority int, p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
BEGIN
  -- By claim, so that two such statements never wait for each other crosswise.
  FOR wanted IN
    SELECT w.* FROM jsonb_to_recordset(p_orders) AS w(id uuid, number text, "memberId" uuid, "claimId" uuid, "dropId" uuid, "variantId" uuid, title text,
      "priceMinor" int, currency text, "subtotalMinor" int, "shippingMinor" int, "taxMinor" int, "totalMinor" int, locale text, "shipName" text, "shipLine1" text,
      "shipLine2" text, "shipCity" text, "shipRegion" text, "shipPostcode" text, "shipCountry" text, "shipPhone" text, "paymentId" uuid, provider text, event uuid,
      spent jsonb) ORDER BY w."claimId"
  LOOP
    PERFORM 1 FROM "Claim" c WHERE c."id" = wanted."claimId" AND c."memberId" = wanted."memberId" AND c."state" = 'HELD' AND c."heldUntil" > p_at FOR NO KEY UPDATE;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Order" o WHERE o."claimId" = wanted."claimId" AND o."state" NOT IN ('CANCELLED', 'REFUNDED'))
      OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = wanted."dropId" AND d."cancelledAt" IS NOT NULL) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    IF wanted.spent IS NOT NULL THEN
      INSERT INTO "RateBucket" AS b ("key", "count", "resetsAt") VALUES (wanted.spent->>'key', 1, (wanted.spent->>'until')::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN b."resetsAt" <= p_at THEN 1 ELSE b."count" + 1 END,
        "resetsAt" = CASE WHEN b."resetsAt" <= p_at THEN EXCLUDED."resetsAt" ELSE b."resetsAt" END
      WHERE b."resetsAt" <= p_at OR b."count" < (wanted.spent->>'most')::int;
      IF NOT FOUND THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
    END IF;

    INSERT INTO "Order" ("id", "number", "memberId", "claimId", "dropId", "currency", "subtotalMinor", "shippingMinor", "taxMinor", "totalMinor",
      "locale", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode", "shipCountry", "shipPhone", "createdAt")
    VALUES (wanted.id, wanted.number, wanted."memberId", wanted."claimId", wanted."dropId", wanted.currency, wanted."subtotalMinor", wanted."shippingMinor",
      wanted."taxMinor", wanted."totalMinor", wanted.locale, wanted."shipName", wanted."shipLine1", wanted."shipLine2", wanted."shipCity", wanted."shipRegion",
      wanted."shipPostcode", wanted."shipCountry", wanted."shipPhone", p_at);
    INSERT INTO "OrderLine" ("id", "orderId", "variantId", "title", "quantity", "priceMinor")
    VALUES (gen_random_uuid(), wanted.id, wanted."variantId", wanted.title, 1, wanted."priceMinor");
    INSERT INTO "OrderStep" ("id", "orderId", "kind", "at")
    VALUES (gen_random_uuid(), wanted.id, 'PLACED', p_at), (gen_random_uuid(), wanted.id, 'PAYMENT_STARTED', p_at);
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
    VALUES (wanted."paymentId", wanted.id, wanted.provider, wanted."totalMinor", wanted.currency, p_at);
    PERFORM emit_event(wanted.event, 'order.placed', jsonb_build_object('orderId', wanted.id), wanted."memberId", p_at, p_followed, p_attempts, p_priority);
  END LOOP;
END $$;

-- Settles the payments of one moment whose money came in time, in one statement and so in one commit: what each costs
-- alone, a commit, its turn at the stock row, the ledger's last row, a note to the worker, is paid once for all. The
-- webhooks that told are noted with them, where one did; p_payments is a list of {place, id, provider, sessionId,
-- amountMinor, currency, paymentRef, kinds, digests, event, told}. Answers the places of those that are settled by it;
-- the others were acted upon before. Whatever does not fit (another amount, a limit, a hold that ended, a drop called
-- off, money that came twice) is raised as MLT01, and leaves no trace of any: the caller then settles each alone.
--
-- Planned anew each time: a plan made while the tables were empty looked payments up by an index that finds hundreds
-- of them, and was kept.
CREATE OR REPLACE FUNCTION settle_paid(p_payments jsonb, p_attempts int, p_priority int, p_at timestamptz)
RETURNS int[] LANGUAGE plpgsql
SET plan_cache_mode = 'force_custom_plan'
AS $$
DECLARE
  paid record;
  found_order record;
  places int[] := '{}';
  orders uuid[] := '{}';
  claims uuid[] := '{}';
  events uuid[] := '{}';
BEGIN
  -- By payment, so that two such statements never wait for each other's orders crosswise.
  FOR paid IN
    SELECT p.* FROM jsonb_to_recordset(p_payments) AS p(place int, id uuid, provider text, "sessionId" text, "amountMinor" int, currency text, "paymentRef" text,
      kinds text[], digests text[], event uuid, told jsonb) ORDER BY p.id, p.place
  LOOP
    IF paid.told IS NOT NULL THEN
      INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt", "outcome")
      VALUES (paid.provider, paid.told->>'eventId', paid.told->>'type', paid."sessionId", paid.told->'payload', (paid.told->>'receivedAt')::timestamptz, p_at, 'paid')
      ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = p_at, "outcome" = 'paid' WHERE n."settledAt" IS NULL;
      CONTINUE WHEN NOT FOUND;
    END IF;

    SELECT o."id", o."claimId", o."dropId" INTO found_order FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id"
      WHERE p."id" = paid.id AND p."provider" = paid.provider AND p."state" IN ('STARTING', 'OPEN') AND o."state" = 'PENDING'
        AND p."amountMinor" = paid."amountMinor" AND p."currency" = paid.currency AND coalesce(p."sessionId", paid."sessionId") = paid."sessionId"
      FOR UPDATE OF o, p;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = found_order."dropId" AND d."cancelledAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Order" x WHERE x."claimId" = found_order."claimId" AND x."id" <> found_order."id" AND x."state" NOT IN ('CANCELLED', 'REFUNDED')) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId")
    SELECT found_order."dropId", want.kind::"LimitKind", want.digest, found_order."claimId" FROM unnest(paid.kinds, paid.digests) AS want(kind, digest)
    ON CONFLICT ("dropId", "kind", "digest") DO NOTHING;
    IF (SELECT count(*) FROM "LimitMark" m JOIN unnest(paid.kinds, paid.digests) AS want(kind, digest) ON m."kind" = want.kind::"LimitKind" AND m."digest" = want.digest
      WHERE m."dropId" = found_order."dropId" AND m."claimId" = found_order."claimId") < cardinality(paid.kinds) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    UPDATE "Payment" SET "state" = 'PAID', "paymentRef" = paid."paymentRef", "sessionId" = paid."sessionId", "settledAt" = p_at WHERE "id" = paid.id;
    UPDATE "Order" SET "state" = 'PAID', "paidAt" = p_at WHERE "id" = found_order."id";
    places := places || paid.place;
    orders := orders || found_order."id";
    claims := claims || found_order."claimId";
    events := events || paid.event;
  END LOOP;
  IF cardinality(places) = 0 THEN RETURN places; END IF;

  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") SELECT gen_random_uuid(), o, 'PAID', p_at FROM unnest(orders) AS o;
  INSERT INTO "Event" ("id", "name", "payload", "at") SELECT e.id, 'order.paid', jsonb_build_object('orderId', e.o), p_at FROM unnest(events, orders) AS e(id, o);
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT ('react', json_build_object('eventId', e), NULL, NULL, p_attempts, e::text, p_priority, NULL)::graphile_worker.job_spec FROM unnest(events) AS e));

  -- The stock rows last: every buyer of the drop waits for them.
  IF NOT keep_claims(claims, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  RETURN places;
END $$;

-- By hand:

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Member_search_idx" ON "Member" USING gin ((lower("handle" || ' ' || "name")) gin_trgm_ops);

-- One live claim for a member in a drop, and for an e-mail limit: the second is refused by the database itself.
CREATE UNIQUE INDEX "Claim_one_live" ON "Claim" ("dropId", "memberId") WHERE "state" <> 'RELEASED';
CREATE UNIQUE INDEX "Claim_one_email" ON "Claim" ("dropId", "emailKey") WHERE "state" <> 'RELEASED' AND "emailKey" IS NOT NULL;

-- A drop's live claims are found by the key that allows each member one of them; these are the others. A claim that is
-- made in a rush is written into one index less.
CREATE INDEX "Claim_released" ON "Claim" ("dropId") WHERE "state" = 'RELEASED';

-- Finds holds that have run out.
CREATE INDEX "Claim_held" ON "Claim" ("heldUntil") WHERE "state" = 'HELD';

-- One live order for a claim.
CREATE UNIQUE INDEX "Order_one_live" ON "Order" ("claimId") WHERE "state" NOT IN ('CANCELLED', 'REFUNDED');

CREATE UNIQUE INDEX "Entry_one_email" ON "Entry" ("waveId", "emailKey") WHERE "emailKey" IS NOT NULL;

-- Whoever still waits, once, in their order: long lists are mostly of those who wait no more.
CREATE UNIQUE INDEX "WaitlistPlace_one_live" ON "WaitlistPlace" ("dropId", "memberId") WHERE "endedAt" IS NULL;
CREATE INDEX "WaitlistPlace_live" ON "WaitlistPlace" ("dropId", "variantId", "id") WHERE "endedAt" IS NULL;

-- Finds waves whose units are still to be given.
CREATE INDEX "Wave_undecided" ON "Wave" ("opensAt") WHERE "decidedAt" IS NULL AND "seed" IS NOT NULL;

-- Units never go below nothing or above what was offered.
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_remaining" CHECK ("remaining" >= 0 AND "remaining" <= "units");
ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_rating" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "Order" ADD CONSTRAINT "Order_total" CHECK ("totalMinor" = "subtotalMinor" + "shippingMinor" + "taxMinor" AND "subtotalMinor" >= 0);

-- The schema names these relations for its queries; the keys would be checked for every claim of a rush (records 8 and 46).
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_dropId_fkey";
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_allotmentId_fkey";
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_memberId_fkey";
ALTER TABLE "UnitMovement" DROP CONSTRAINT "UnitMovement_allotmentId_fkey";
