// What main says about a core that does not run comes in both languages, Chinese first.

/** The half for this language; all of it where there are no halves. */
export const coreMessage = (message: string, language: string): string => {
  const [chinese = '', english = chinese] = message.split(' / ')
  return language === 'en' ? english : chinese
}
