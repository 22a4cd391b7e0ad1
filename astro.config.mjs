import { defineConfig } from 'astro/config';

export default defineConfig({
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 16 },
  // The one script of the pages stands in each of them: nothing else may be fetched, least of all from a disk.
  vite: { build: { assetsInlineLimit: 100_000 } },
  security: {
    csp: {
      directives: ["default-src 'none'", 'img-src data:', "base-uri 'none'", "form-action 'none'"],
      // Without a list of its own Astro would add 'self'; a page runs nothing but what stands in it.
      scriptDirective: { resources: ["'report-sample'"] },
      styleDirective: { resources: ["'report-sample'"] },
    },
  },
});
