// Free text with phrases by their pinyin initials: `kblj` and Enter writes the phrase and goes on; a comma takes it
// and stays; anything else, and everything from an input method, is simply text.
import { memo, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { isImeKey } from '../lib/ime.ts'
import type { Word, WordLanguage } from '#shared/domain/intake/index.ts'
import {
  offeredPhrases,
  plusPhrase,
  takenBySeparator,
  withPhrase,
  wordIn,
} from '#shared/domain/intake/index.ts'
import './phrase-field.css'

/** What the field around gives: its id, and how its problem is told. */
type ControlProps = Readonly<{
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  status?: 'error'
  'data-autofocus'?: boolean
}>

type PhraseFieldProps = Readonly<{
  control: ControlProps
  label?: string
  value: string
  onChange: (text: string) => void
  phrases: readonly Word[]
  placeholder?: string
  /** How many phrases are shown while nothing is typed: they teach their letters. */
  shown?: number
}>

export const PhraseField = (props: PhraseFieldProps) => {
  const { control, label, value, onChange, phrases, placeholder, shown = 7 } = props
  const { t } = useTranslation('intake')
  const language = useWordLanguage()
  const id = useId()
  const [composing, setComposing] = useState(false)
  const [put, setPut] = useState({ away: '', at: 0 })
  const found = composing || put.away === value ? [] : offeredPhrases(value, phrases)
  const at = Math.min(put.at, found.length - 1)
  const type = (text: string): void => {
    setPut({ away: '', at: 0 })
    const taken = composing ? null : takenBySeparator(text, phrases, language)
    onChange(taken ?? text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event.nativeEvent)) return
    const forward = !event.altKey && !event.shiftKey
    const chosen = found[at]
    // Enter writes the phrase and is then left to the form, which goes on to the next field.
    if (event.key === 'Enter' && forward && chosen) {
      onChange(withPhrase(value, chosen, language))
      return
    }
    if (event.key === 'Escape' && chosen) setPut({ away: value, at: 0 })
    else if (event.key === 'ArrowDown' && found.length > 1) setPut({ away: '', at: (at + 1) % found.length })
    else if (event.key === 'ArrowUp' && found.length > 1)
      setPut({ away: '', at: (at - 1 + found.length) % found.length })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="phrase-field">
      <Input.TextArea
        {...control}
        {...(label === undefined ? {} : { 'aria-label': label })}
        autoSize={{ minRows: 1, maxRows: 4 }}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => type(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      <PhraseRow
        words={found.length > 0 ? found.slice(0, shown) : phrases.slice(0, shown)}
        current={found.length > 0 ? at : -1}
        onTake={(phrase) =>
          onChange(
            found.length > 0 ? withPhrase(value, phrase, language) : plusPhrase(value, phrase, language),
          )
        }
      />
      <span id={`${id}-live`} className="visually-hidden" aria-live="polite">
        {found[at] ? t('phrase.offer', { phrase: wordIn(found[at], language) }) : ''}
      </span>
    </div>
  )
}

type RowProps = Readonly<{ words: readonly Word[]; current: number; onTake: (phrase: Word) => void }>

/** For eyes and mouse; the keyboard has the letters. */
const PhraseRow = memo(
  ({ words, current, onTake }: RowProps) => {
    const language = useWordLanguage()
    return (
      <div className="phrase-row" aria-hidden="true">
        {words.map((word, index) => (
          <button
            key={word.zh}
            type="button"
            tabIndex={-1}
            className={`phrase-chip ${index === current ? 'phrase-chip-current' : ''}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(word)}
          >
            {wordIn(word, language)}
            <span className="phrase-letters">{word.initials}</span>
            {index === current && <kbd className="key-cap">Enter</kbd>}
          </button>
        ))}
      </div>
    )
  },
  (a, b) =>
    a.current === b.current &&
    a.words.length === b.words.length &&
    a.words.every((word, i) => word === b.words[i]),
)

const useWordLanguage = (): WordLanguage => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')
