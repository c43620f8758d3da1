export { getIdeaPanel, type IdeaPanelData, type IdeaStepView } from './get-idea-panel';
export { getRoadmap, type Roadmap, type RoadmapStage } from './get-roadmap';
export { type DropSince } from './list-drops-since';
export { listIdeas, listProductsWithIdeas, type IdeaItem, type IdeaList, type ProductOfIdeas } from './list-ideas';
export { getOwnIdeasPart, type OwnIdeasPart } from './own-ideas';
export { productVoice, type ProductVoice } from './product-voice';
export { listRecentlyShipped } from './recently-shipped';
export {
  getRelease,
  listReleasePaths,
  listReleases,
  type Credited,
  type ReleaseItem,
  type ReleasePage,
} from './releases';
export {
  getStaffRelease,
  listShippable,
  countDraftReleases,
  listStaffReleases,
  type ShippableIdea,
  type StaffRelease,
} from './staff-releases';
export { findIdeas } from './find-ideas';
export { listTriage, readTriage, type TriageIdea, type Worth } from './triage';
export { getTriageCase, listCandidates, type Candidate, type TriageCase } from './triage-idea';
export { countWaiting, readTriageHead, type IdeaPlace, type TriageHead, type WaitingCounts } from './triage-head';
