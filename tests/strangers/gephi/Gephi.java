import java.io.File;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a graph as Gephi does when nobody changes a setting, and prints its edges. */
public class Gephi {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        Container container = imports.importFile(new File(arguments[0]));
        imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Column polarities = null;
        for (Column column : model.getEdgeTable()) {
            polarities = "polarity".equals(column.getTitle()) ? column : polarities;
        }
        for (Edge edge : model.getGraph().getEdges()) {
            String colour = String.format("#%06x", edge.getColor().getRGB() & 0xffffff);
            Object polarity = edge.getAttribute(polarities);
            Object kind = edge.getTypeLabel();
            System.out.println(edge.getSource().getId() + "\t" + edge.getTarget().getId()
                + "\t" + kind + "\t" + polarity + "\t" + colour);
        }
    }
}
