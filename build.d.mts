export function buildServer(outdir?: string): Promise<void>;
export function buildAssets(): Promise<void>;
export function buildAll(options?: { clean?: boolean }): Promise<void>;
