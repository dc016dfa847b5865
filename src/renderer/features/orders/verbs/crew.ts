// Who works on one dispatch: exactly one primary and any number of assistants (rule DSP-3). Pure.

export type Crew = Readonly<{ primary: string; assistants: readonly string[] }>

/** Makes somebody the primary; nobody is both. */
export const asPrimary = ({ assistants }: Crew, staffId: string): Crew => ({
  primary: staffId,
  assistants: assistants.filter((one) => one !== staffId),
})

/** Adds or takes away an assistant; the primary steps back first. */
export const toggledAssistant = ({ primary, assistants }: Crew, staffId: string): Crew => {
  if (assistants.includes(staffId))
    return { primary, assistants: assistants.filter((one) => one !== staffId) }
  return { primary: primary === staffId ? '' : primary, assistants: [...assistants, staffId] }
}
