// Builds the core: ES modules for Node 22 or later, all entries and chunks side by side in out/core, so that
// `new URL('./worker.mjs', import.meta.url)` holds wherever a line ends up. What has native parts, wasm or
// dynamic requires stays a package of its own; the rest is bundled.
import { defineConfig } from 'vite'
import { coreExternals } from './scripts/lib/core-externals.mjs'

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'out/core',
    target: 'node22',
    ssr: true,
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        child: 'src/core/host/child.ts',
        worker: 'src/core/worker/worker.ts',
        cli: 'src/core/host/cli.ts',
      },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name]-[hash].mjs' },
    },
  },
  ssr: { target: 'node', noExternal: true, external: [...coreExternals] },
})
