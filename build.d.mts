export function buildServer(outdir?: string): Promise<void>;
export function buildAssets(): Promise<void>;
export function buildAll(): Promise<void>;
