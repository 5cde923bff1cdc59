import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;

/** Reads files as strictly as it can, writes N-Quads beside them; checks the first by shapes. */
public class Rdf4j {
    public static void main(String[] arguments) throws Exception {
        String shapes = arguments[0];
        for (int at = 1; at < arguments.length; at++) {
            Model found = parsed(arguments[at]);
            try (OutputStream out = Files.newOutputStream(Path.of(arguments[at] + ".rdf4j.nq"))) {
                Rio.write(found, out, RDFFormat.NQUADS);
            }
            if (at == 1) {
                System.out.println(conforms(shapes, found));
            }
        }
    }

    static Model parsed(String file) throws Exception {
        RDFParser parser = Rio.createParser(Rio.getParserFormatForFileName(file).orElseThrow());
        parser.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true);
        parser.set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, true);
        parser.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, true);
        parser.set(BasicParserSettings.FAIL_ON_UNKNOWN_LANGUAGES, true);
        parser.set(BasicParserSettings.VERIFY_URI_SYNTAX, true);
        parser.set(BasicParserSettings.VERIFY_RELATIVE_URIS, true);
        ParseErrorCollector errors = new ParseErrorCollector();
        Model model = new LinkedHashModel();
        parser.setParseErrorListener(errors);
        parser.setRDFHandler(new StatementCollector(model));
        try (InputStream in = new FileInputStream(file)) {
            parser.parse(in, "");
        }
        if (!errors.getWarnings().isEmpty() || !errors.getErrors().isEmpty()) {
            throw new IllegalStateException(file + ": " + errors.getWarnings() + errors.getErrors());
        }
        return model;
    }

    static boolean conforms(String shapes, Model data) throws Exception {
        SailRepository store = new SailRepository(new ShaclSail(new MemoryStore()));
        try (SailRepositoryConnection to = store.getConnection(); InputStream in = new FileInputStream(shapes)) {
            to.begin();
            to.add(in, "", RDFFormat.TURTLE, RDF4J.SHACL_SHAPE_GRAPH);
            to.commit();
            to.begin();
            // all graphs as one
            data.forEach(one -> to.add(one.getSubject(), one.getPredicate(), one.getObject()));
            to.commit();
            return true;
        } catch (RepositoryException refused) {
            return false;
        } finally {
            store.shutDown();
        }
    }
}
