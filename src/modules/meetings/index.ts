/** The public door of meetings: the only file that other modules may import. */
export { openableResolutions, readableResolutions, type ReadableResolution } from './store/readable-resolutions.ts';
