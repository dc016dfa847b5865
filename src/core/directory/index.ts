// Branches, trading partners and model warnings: what other features may use.
export { branchByCode, findBranch, findPartner, listBranches, listPartners } from './repository.ts'
