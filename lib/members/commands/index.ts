export { acceptInvitation, joinByInvitation } from './accept-invitation';
export { bringCustomers, eraseCustomer, mostCustomers, type Customer, type CustomersBrought } from './bring-customers';
export { buyerOf } from './buyer-of';
export { addPhone, removePhone, type PhoneChanged } from './change-phone';
export { changeEmail, requestEmailChange } from './change-email';
export { grantRole, revokeRole } from './change-roles';
export { copyRole, deleteRole, editRole } from './edit-roles';
export { correctMember, type Corrected } from './correct-member';
export { confirmSignUp, type Proved } from './confirm-sign-up';
export { editProfile, setAvatar } from './edit-profile';
export { endOneSession, endSessions, setPassword } from './end-sessions';
export { enterByPhone, joinByPhone, keepPhone, type Entered, type EnteredAccount } from './enter-by-phone';
export { enrolMember, freeHandle, type Enrolled, type Enrolment } from './enrol-member';
export { importMember, type MemberImport, type MemberImported } from './import-member';
export { inviteStaff, renewInvitation, withdrawInvitation, type Invited } from './invite-staff';
export { memberOfProvider, type ProviderProfile } from './link-provider';
export { noteSeen } from './note-seen';
export { findByEmail, findByPhone, readPersonal } from './read-personal';
export {
  endPhoneCode,
  markPhoneProved,
  requestPhoneCode,
  tryPhoneCode,
  usePhoneCode,
  usePhoneProof,
} from './phone-codes';
export {
  addPasskey,
  challengePasskey,
  challengeMs,
  doubtPasskey,
  removePasskey,
  renamePasskey,
  spendPasskey,
  takeChallenge,
  type Credential,
} from './passkeys';
export { requestReset } from './request-reset';
export { requestSignUp } from './request-sign-up';
export { resetPassword } from './reset-password';
export { makeFirstAdmin, makeSetupKey } from './set-up';
export { beginAuthenticator, finishAuthenticator, renewRecoveryCodes, resetFactor, spendFactor } from './second-factor';
export { endOtherSessions, endOwnSession, noteSession, seenEveryMs } from './sessions';
export { setPhoneRule } from './set-phone-rule';
export { setTrust } from './set-trust';
export { setTrustRule } from './set-trust-rule';
export { liftSuspension, suspendMember, warnMember } from './suspend-member';
export { tryCode } from './try-code';
