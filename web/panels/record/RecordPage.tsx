import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';

export default function RecordPage() {
  return <PanelSkeleton />;
}
