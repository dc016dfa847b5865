// A person's own jobs, and the telephone numbers that they let him see: what other features may use.
export {
  customerAsSeen,
  hasJob,
  logAsSeen,
  phoneAsSeen,
  seesPhones,
  seesPhonesOfCustomer,
  seesPhonesOfOrder,
} from './phone-sight.ts'
