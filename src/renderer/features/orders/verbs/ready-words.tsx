// Ready sentences under a text, for the mouse and for those who look: a click writes one down.
import { useTranslation } from 'react-i18next'
import { loose } from '../../../lib/i18n.ts'

type Props = Readonly<{ names: readonly string[]; text: string; onText: (text: string) => void }>

export const ReadyWords = ({ names, text, onText }: Props) => {
  const { t } = useTranslation('verbs')
  return (
    <div className="verb-ready">
      {names.map((name) => {
        const words = loose(t)(`ready.${name}`)
        return (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            className="verb-ready-one"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onText(text.trim() === '' ? words : `${text}${t('readyJoin')}${words}`)}
          >
            {words}
          </button>
        )
      })}
    </div>
  )
}
