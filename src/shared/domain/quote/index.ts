// Quotes: lines and amounts, versions, differences, and how far the shop may go (rules QUO). Pure.
export * from './difference.ts'
export * from './limit.ts'
export * from './lines.ts'
export * from './quote-text.ts'
export * from './states.ts'
