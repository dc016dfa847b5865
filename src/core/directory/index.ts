export { branchByCode, findBranch, findPartner, listBranches, listPartners } from './repository.ts'
