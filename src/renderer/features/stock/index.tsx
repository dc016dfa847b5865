// The stock: what there is, what moves, what waits and what to buy.
export { StockScreen } from './stock-screen.tsx'
