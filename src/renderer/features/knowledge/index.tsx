// The knowledge base as it is met at work: published at review, read on a similar order.
export { PublishFix } from './publish-fix.tsx'
export { SimilarFixes } from './similar-fixes.tsx'
