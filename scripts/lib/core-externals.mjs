// Packages the core bundle loads from node_modules instead of carrying them inside: the build leaves them
// out, packaging puts them (and what they need) in. One list for both.
export const coreExternals = [
  'better-sqlite3',
  'knex',
  'pdfmake',
  '@hyzyla/pdfium',
  'bwip-js',
  'pinyin-pro',
  '@expo-google-fonts/noto-sans-sc',
]
