import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { count } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import { useThemes } from '../../queries.ts';

export default function ThemesPage() {
  const { data, error, refetch } = useThemes();
  if (error)
    return <Failure what="The themes could not be loaded." error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  return (
    <Section title="Themes" aside={data.themes.length}>
      <ul className="plain">
        {data.themes.map((theme) => (
          <li key={theme.id}>
            <RowButton
              lead={<ThemeDot colour={theme.colour} />}
              name={theme.label}
              tail={`${count(theme.size, 'concept')}, ${count(theme.paperCount, 'paper')}`}
              onClick={() => openTarget({ type: 'theme', id: theme.id })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
