import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';

export default function MatrixPage() {
  return <PanelSkeleton />;
}
