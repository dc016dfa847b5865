// Branches, trading partners and model warnings: what other features may use.
export { branchByCode, listBranches, listPartners, readBranch, readPartner } from './repository.ts'
