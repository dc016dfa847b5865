// What the shop sells: parts, service items, packages, and the catalogue as a file.
export { CatalogueScreen } from './catalogue-screen.tsx'
