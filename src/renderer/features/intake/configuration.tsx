// The parts inside whose kind and serial number are written down, so that nobody can say that they were swapped.
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConfigurationLine } from '#shared/domain/intake/index.ts'
import { CONFIGURATION_KINDS, wordIn } from '#shared/domain/intake/index.ts'
import { useMachine, useMachinePath, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useCategory } from './use-category.ts'
import { useWordLanguage } from './words.ts'

const NOTHING: readonly ConfigurationLine[] = []
const MOST = 30

export const Configuration = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const language = useWordLanguage()
  const { focus } = useSession()
  const at = `${useMachinePath(machineKey)}.configuration`
  const kinds = CONFIGURATION_KINDS[useCategory(machineKey)]
  const [lines = NOTHING, change] = useMachine(machineKey, (machine) => machine.configuration)
  const set = (index: number, patch: Partial<ConfigurationLine>): void =>
    change(`configuration.${index}`, {
      configuration: lines.map((line, i) => (i === index ? { ...line, ...patch } : line)),
    })
  const add = (kind: string): void => {
    if (lines.length >= MOST) return
    change('configuration', { configuration: [...lines, { kind, text: '', serial: '' }] })
    focus.to(`${at}.${lines.length}.${kind === '' ? 'kind' : 'text'}`)
  }
  const field = (index: number, name: keyof ConfigurationLine, className: string) => (
    <Spot path={`${at}.${index}.${name}`} className={className}>
      {(control) => (
        <Input
          {...control}
          aria-label={t('config.cell', { n: index + 1, name: t(`config.${name}`) })}
          placeholder={t(`config.${name}`)}
          className={name === 'serial' ? 'mono' : ''}
          autoComplete="off"
          spellCheck={false}
          value={lines[index]?.[name] ?? ''}
          onChange={({ target }) => set(index, { [name]: target.value })}
        />
      )}
    </Spot>
  )
  return (
    <div className="intake-spot">
      <span className="intake-label">{t('config.label')}</span>
      {lines.map((_line, index) => (
        <div key={index} className="intake-row config-row">
          {field(index, 'kind', 'w-kind')}
          {field(index, 'text', 'w-company')}
          {field(index, 'serial', 'w-serial')}
          <Button
            type="text"
            size="small"
            onClick={() => change('configuration', { configuration: lines.filter((_one, i) => i !== index) })}
          >
            {t('config.remove')}
          </Button>
        </div>
      ))}
      <div className="phrase-row">
        {kinds.map((word) => (
          <button
            key={word.zh}
            type="button"
            className="phrase-chip"
            onClick={() => add(wordIn(word, language))}
          >
            + {wordIn(word, language)}
          </button>
        ))}
        <button type="button" className="phrase-chip" onClick={() => add('')}>
          + {t('config.other')}
        </button>
      </div>
    </div>
  )
}
