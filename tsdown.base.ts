import { defineConfig, type UserConfig } from 'tsdown'

/** ESM with types and source maps; every package's tsdown.config.ts names only its entries. */
export function library(entry: readonly string[], options: UserConfig = {}): UserConfig {
  return defineConfig({
    entry: [...entry],
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    dts: true,
    sourcemap: true,
    // The sources are published beside the maps.
    outputOptions: { sourcemapExcludeSources: true },
    fixedExtension: false,
    ...options,
  }) as UserConfig
}
