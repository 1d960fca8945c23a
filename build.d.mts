export function buildAssets(): Promise<void>;
export function buildAll(): Promise<void>;
