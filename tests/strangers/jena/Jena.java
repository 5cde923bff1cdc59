import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.tdb2.TDB2Factory;

/** Loads a file into TDB2, checks it against shapes and asks it the questions of a folder. */
public class Jena {
    public static void main(String[] arguments) throws Exception {
        Path place = Path.of(arguments[0]);
        String shapes = arguments[2];
        Dataset store = TDB2Factory.connectDataset(place.resolve("store").toString());
        store.begin(ReadWrite.WRITE);
        // a warning is an error
        RDFParser.source(arguments[1]).strict(true).checking(true)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrict).parse(store.asDatasetGraph());
        store.commit();
        store.end();
        store.begin(ReadWrite.READ);
        System.out.println(store.getUnionModel().size());
        Model union = store.getUnionModel();
        Model rules = RDFParser.source(shapes).toModel();
        System.out.println(ShaclValidator.get().validate(rules.getGraph(), union.getGraph()).conforms());
        List<Path> questions;
        try (Stream<Path> files = Files.list(place)) {
            questions = files.filter(one -> one.toString().endsWith(".rq")).sorted().toList();
        }
        for (Path question : questions) {
            try (var asked = QueryExecutionFactory.create(Files.readString(question), union);
                    var answer = Files.newOutputStream(Path.of(question + ".json"))) {
                ResultSetFormatter.outputAsJSON(answer, asked.execSelect());
            }
        }
        store.end();
    }
}
