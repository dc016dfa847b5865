// PINs: a short secret for the quick switch at the counter. It opens only where the same person used the
// password not long ago, so a guess from elsewhere gets nowhere (rule STF-1).

export const PIN_TRUST_MS = 30 * 86_400_000

/** Whether a PIN is one of the first that anybody would try. */
export const isWeakPin = (pin: string, staffNo: string): boolean => {
  if (new Set(pin).size === 1) return true
  if ('01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin)) return true
  return staffNo.includes(pin) || (staffNo.length >= 4 && pin.includes(staffNo))
}
