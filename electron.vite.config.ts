// Builds the three Electron parts: main and preload as CommonJS (an ES module main fails in the fallback
// runtime), the window for the Chromium of that runtime. The core has its own vite.core.config.ts.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const commonJs = { format: 'cjs', entryFileNames: 'index.cjs', chunkFileNames: '[name]-[hash].cjs' } as const

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node18',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: { input: resolve('src/main/index.ts'), output: commonJs },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: { input: resolve('src/preload/index.ts'), output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      // Parsed at every start.
      minify: true,
      // The content security policy allows neither inline scripts nor data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: resolve('src/renderer/index.html') },
    },
  },
})
