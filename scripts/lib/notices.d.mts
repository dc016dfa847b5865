// Types for the test of the notices.
export type ShippedPackage = { name: string; version: string; licence: string; text: string; author?: string }
export function shippedPackages(): ShippedPackage[]
export function licenceProblems(packages?: ShippedPackage[]): string[]
export function isAllowed(expression: string): boolean
export function noticesText(packages?: ShippedPackage[]): string
