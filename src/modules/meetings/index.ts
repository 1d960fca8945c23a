// What other modules may use of meetings.
export { meetingsModule } from './module.ts';
export type { MeetingRow } from './store/meetings.ts';
export type { OpenPointRow } from './store/open-points.ts';
export type { ResolutionRow } from './store/resolutions.ts';
export { findMeeting } from './store/meetings.ts';
export { findResolution, listResolutions } from './store/resolutions.ts';
